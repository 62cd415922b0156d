# pass_fds, close_fds, inheritable descriptors and their offsets
import os
import subprocess

LIST = 'for fd in 3 4 5 6 7 8 9; do test -e /proc/$$/fd/$fd && printf "%s " $fd; done; echo; true'


def listed(**options):
    return subprocess.run(['sh', '-c', LIST], capture_output=True, text=True, **options).stdout.split()


with open('file', 'w+') as stream:
    stream.write('0123456789')
    stream.flush()
    fd = stream.fileno()
    stream.seek(2)
    os.dup2(fd, 8)
    os.dup2(fd, 9, inheritable=False)
    print('closed', listed())
    print('not closed', listed(close_fds=False))
    print('passed', listed(pass_fds=[8]), listed(pass_fds=[9]), listed(pass_fds=(8, 9)))
    print('is inheritable', os.get_inheritable(8), os.get_inheritable(9))
    print(subprocess.run('cat <&8', shell=True, pass_fds=[8], capture_output=True).stdout)
    print('position', os.lseek(8, 0, os.SEEK_CUR))
    subprocess.run('echo more >&9', shell=True, pass_fds=[9])
    print('position', os.lseek(8, 0, os.SEEK_CUR))
reader, writer = os.pipe()
print('pipe is inheritable', os.get_inheritable(reader))
subprocess.run(f'echo through a pipe >&{writer}', shell=True, pass_fds=[writer])
print(os.read(reader, 100))
print(subprocess.run(f'echo lost >&{writer}', shell=True, capture_output=True).returncode)
os.set_inheritable(writer, True)
subprocess.run(f'echo inherited >&{writer}', shell=True, close_fds=False)
print(os.read(reader, 100))
os.system(f'echo by os.system >&{writer}')
print(os.read(reader, 100))
print(open('file').read())
for options in ({'pass_fds': [99]}, {'stdin': 99}, {'stdout': 99}, {'pass_fds': [-1]}, {'stdin': 'text'}):
    try:
        print(options, subprocess.run(['true'], **options).returncode)
    except Exception as error:
        print(options, type(error).__name__, error)
