# os.popen: reading, writing, its close status, lines, modes
import os

with os.popen('echo read; echo more') as stream:
    print(list(stream))
for command in ('true', 'exit 3', 'kill -TERM $$', 'no-such-command 2> /dev/null'):
    print(command, os.popen(command).close())
stream = os.popen('cat > written; exit 4', 'w')
print(stream.write('to a file ü\n'), stream.close())
print(open('written').read())
stream = os.popen('tr a-z A-Z', 'w', 1)
stream.write('upper\n')
print(stream.close())
print(os.popen('cat /dev/stdin').read(), os.popen('echo $0 $#').read())
print(os.popen('printf "a\\r\\nb"').read().encode())
print(os.popen('seq 100000').read().count('\n'))
print(os.popen('yes').readline())
for mode in ('rw', 'x', 'rb', 3):
    try:
        os.popen('true', mode)
    except Exception as error:
        print(type(error).__name__, error)
try:
    os.popen(b'true')
except TypeError as error:
    print(error)
try:
    os.popen('true', 'r', 0)
except ValueError as error:
    print(error)
try:
    os.popen('echo "\0"')
except ValueError as error:
    print(error)
stream = os.popen('echo first; exec cat > /dev/null')
print(stream.readline(), stream.close())
with os.popen('read a; echo "$a" > answer', 'w') as stream:
    print(type(stream).__name__, stream.fileno() > 2)
    stream.write('told\n')
print(open('answer').read())
print(os.popen('exit 300').close(), os.popen('pwd').read().strip() == os.getcwd())
