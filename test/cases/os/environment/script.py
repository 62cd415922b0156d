# os.environ is the whole environment; what is written to it reaches children
import os

print(os.environ['GREETING'], os.getenv('GREETING'), os.environ.get('ABSENT'), os.getenv('ABSENT', 'default'))
print('EMPTY' in os.environ, repr(os.environ['EMPTY']), os.environ['WITH=EQUALS'] if 'WITH=EQUALS' in os.environ else 'no such name')
print(sorted(name for name in os.environ if name.startswith('CASE_')), os.environ['CASE_LINES'])
os.environ['GREETING'] = 'changed'
os.environ['CASE_NEW'] = 'näw'
del os.environ['CASE_LINES']
os.putenv('CASE_PUT', 'put')
os.unsetenv('EMPTY')
print(os.environ.pop('CASE_ONE'), os.environ.setdefault('CASE_TWO', 'x'), os.environ.get('CASE_PUT'), 'EMPTY' in os.environ)
os.system('env | grep -E "^(GREETING|CASE_|EMPTY)" | sort')
os.environ.update(CASE_A='1', CASE_B='2')
os.environ |= {'CASE_C': '3'}
os.system('echo $CASE_A$CASE_B$CASE_C$CASE_TWO')
print(os.environb[b'CASE_NEW'], os.path.expandvars('$GREETING-${CASE_A}-$NONE'), os.path.expanduser('~/x') == os.environ['HOME'] + '/x')
os.environ['HOME'] = '/somewhere'
print(os.path.expanduser('~/x'))
for key, value in (('A=B', 'x'), ('', 'x'), ('A', 1), (1, 'x'), ('NUL\0', 'x'), ('A', 'nul\0')):
    try:
        os.environ[key] = value
        print('no error')
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    os.environ['ABSENT']
except KeyError as error:
    print(repr(error))
try:
    del os.environ['ABSENT']
except KeyError as error:
    print(repr(error))
