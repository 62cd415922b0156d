# env: inherited, replaced, empty, odd names and values, not UTF-8, changes of os.environ
import os
import subprocess


def seen(env):
    try:
        out = subprocess.run(['env', '-0'], env=env, capture_output=True).stdout
        print(sorted(out.split(b'\0')))
    except Exception as error:
        print(type(error).__name__, error)


seen({})
seen({'A': '1', 'B': '', 'C': 'x=y', 'with space': 'a b', 'with-dash': '1', 'Ü': 'ü', '1': 'digit'})
seen({b'A': b'\xff\xfe', 'B': os.fsdecode(b'\xfe')})
seen({b'\xff': b'1', 'PLAIN': 'x'})
seen({'LINES': 'a\nb\tc', 'QUOTES': '"\'`$(echo no)\\', 'LONG': 'x' * 10000})
seen({'PWD': '/nowhere', 'OLDPWD': 'x', '_': 'underscore', 'IFS': ',', 'PS1': '>', 'SHLVL': '7', 'PPID': '1'})
seen({b'PWD': b'/\xff', 'IFS': 'x', 'PATH': '/bin', 'ENV': '/absent', 'OPTIND': '4'})
seen({'': 'without a name', 'A': '1'})
seen({'A=B': '1'})
seen({'A\0': '1'})
seen({'A': 'x\0y'})
seen({'A': 3})
seen({3: 'A'})
seen([('A', '1')])
os.environ['ADDED'] = 'by the script'
os.environ['UMLAUT'] = 'äöü'
os.environb[b'RAW'] = b'\xff'
print(subprocess.run('echo "$ADDED $UMLAUT"; printf %s "$RAW" | od -An -tx1', shell=True, capture_output=True).stdout)
del os.environ['ADDED']
os.putenv('PUT', 'by putenv')
os.unsetenv('UMLAUT')
print(subprocess.run('echo "$ADDED-$PUT-$UMLAUT"', shell=True, capture_output=True).stdout)
print(os.popen('echo "$PUT"').read())
print(subprocess.run(['env'], env={**os.environ, 'PATH': '/usr/bin:/bin', 'LANG': 'de_DE'}, capture_output=True).stdout.count(b'LANG=de_DE'))
with open('tool', 'w') as stream:
    stream.write('#!/bin/sh\necho found $0\n')
os.chmod('tool', 0o755)
for env in ({'PATH': '.'}, {'PATH': '/absent:.:/bin'}, {'PATH': '/absent'}, {}):
    try:
        print(env, subprocess.run(['tool'], env=env, capture_output=True).stdout)
    except OSError as error:
        print(env, type(error).__name__, error)
os.environ['PATH'] = '.:/bin:/usr/bin'
print(subprocess.run(['tool'], capture_output=True).stdout)
del os.environ['PATH']
print(subprocess.run(['true']).returncode)
