# os.system: its status, signals, streams, quoting, what it inherits
import os
import sys

for command in ('true', 'exit 3', 'kill -TERM $$', 'no-such-command 2> /dev/null', '', 'exit 300', 'sh -c "exit 5"'):
    status = os.system(command)
    print(command, status, os.waitstatus_to_exitcode(status), flush=True)
print(os.system('cat'), flush=True)
os.environ['VARIABLE'] = 'ü "quoted"'
os.system('echo "$VARIABLE"; echo error >&2')
os.chdir('/')
os.system('pwd')
fd = os.open('/dev/null', os.O_RDONLY)
os.set_inheritable(fd, True)
print(os.system(f'test -e /proc/$$/fd/{fd}'), flush=True)
os.set_inheritable(fd, False)
print(os.system(f'test -e /proc/$$/fd/{fd}') != 0, flush=True)
os.system(b'printf "\xff" | od -An -tx1')
try:
    os.system('a\0b')
except ValueError as error:
    print(error)
os.dup2(1, 2)
os.system('echo to the output >&2')
sys.exit(os.waitstatus_to_exitcode(os.system('exit 6')))
