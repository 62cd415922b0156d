# Popen as a context manager: pipes are closed, the child is waited for, also when the block raises
import subprocess

PIPE = subprocess.PIPE
with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE) as child:
    child.stdin.write(b'through cat')
    child.stdin.close()
    print(child.stdout.read())
print(child.returncode, child.stdin.closed, child.stdout.closed)
with subprocess.Popen(['cat'], stdin=PIPE) as child:
    pass
print(child.returncode)
try:
    with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE) as child:
        raise KeyError('in the block')
except KeyError as error:
    print(error, child.returncode, child.stdout.closed)
with subprocess.Popen(['sh', '-c', 'yes | head -c 1000000'], stdout=PIPE) as child:
    print(child.stdout.read(4))
print(child.returncode != 0 or child.returncode)
with subprocess.Popen(['true'], stdin=PIPE, bufsize=0) as child:
    child.wait()
    try:
        child.stdin.write(b'x' * 100_000)
    except BrokenPipeError as error:
        print(error)
print(child.returncode)
for name in ('absent-program', './absent'):
    try:
        with subprocess.Popen([name], stdin=PIPE, stdout=PIPE):
            print('never here')
    except FileNotFoundError as error:
        print(error)
print(len(subprocess._active))
