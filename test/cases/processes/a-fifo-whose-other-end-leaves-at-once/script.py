# Who comes to a FIFO and goes again at once has been there: nobody waits for it for ever
import os
import subprocess
import sys

READ = "open('fifo').close()"
WRITE = "open('fifo', 'w').close()"

os.mkfifo('fifo')
for command in (': > fifo', 'sleep 0.2; : > fifo', 'sleep 0.2; echo text > fifo'):
    with subprocess.Popen(['sh', '-c', command]) as child:
        with open('fifo') as file:
            print(repr(file.read()))
    print(child.returncode)
for here, there in ((WRITE, READ), (READ, WRITE)):
    with subprocess.Popen([sys.executable, '-c', there]) as child:
        exec(here)
    print(child.returncode)
os.mkfifo('go')
with subprocess.Popen(['sh', '-c', 'exec 3> fifo; read line < go; echo $line >&3']) as child:
    with open('fifo') as file:  # open as soon as there is a writer, before it has written
        with open('go', 'w') as go:
            go.write('gone\n')
        print(file.read(), end='')
