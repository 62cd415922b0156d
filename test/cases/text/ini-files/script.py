# configparser reads, changes, interpolates and writes ini files
import configparser
import sys

with open('app.ini', 'w') as stream:
    stream.write('''; comment
[DEFAULT]
base = /opt
[paths]
home = %(base)s/app
log : %(home)s/log
Empty =
multi = one
    two
[flags]
debug = yes
level = 0x10
ratio = 1.5
raw = 100%%
''')
config = configparser.ConfigParser()
print(config.read(['app.ini', 'absent.ini']), config.sections(), config.options('paths'))
print(config['paths']['log'], repr(config.get('paths', 'empty')), repr(config['paths']['multi']), config.get('paths', 'home', raw=True))
print(config.getboolean('flags', 'debug'), config.getfloat('flags', 'ratio'), config['flags'].get('none', 'fallback'), config['flags']['raw'], config.has_option('flags', 'base'))
config['new'] = {'key': 'value', 'Upper': '1'}
config.set('flags', 'debug', 'no')
config.remove_section('paths')
config.write(sys.stdout)
with open('out.ini', 'w') as stream:
    config.write(stream, space_around_delimiters=False)
for action in (lambda: config.get('flags', 'absent'), lambda: config.get('absent', 'x'), lambda: config.getint('flags', 'level'), lambda: config.add_section('new'), lambda: config.getboolean('flags', 'ratio'), lambda: config['absent']):
    try:
        print(action())
    except (configparser.Error, ValueError, KeyError) as error:
        print(type(error).__name__, error)
for text in ('key = no section\n', '[a]\nx=1\nx=2\n', '[a]\n[a]\n', '[a]\nwhat is this\n'):
    try:
        configparser.ConfigParser().read_string(text)
    except configparser.Error as error:
        print(type(error).__name__, str(error).splitlines()[0])
plain = configparser.RawConfigParser(allow_no_value=True, delimiters=('=',))
plain.optionxform = str
plain.read_string('[mysqld]\nskip-networking\nKey = a:b\n')
print(dict(plain['mysqld']))
try:
    configparser.ConfigParser()['x'] = {'bad': '%(loop)s', 'loop': '%(bad)s'}
    broken = configparser.ConfigParser()
    broken.read_string('[x]\na = %(b)s\nb = %(a)s\n')
    broken.get('x', 'a')
except configparser.InterpolationError as error:
    print(type(error).__name__)
