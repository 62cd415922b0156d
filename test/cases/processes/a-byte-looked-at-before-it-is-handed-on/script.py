# select and poll on a child's output, which then goes to another child whole
import os
import select
import subprocess

PIPE = subprocess.PIPE
first = subprocess.Popen(['seq', '100000'], stdout=PIPE)
print(len(select.select([first.stdout], [], [], 30)[0]))
second = subprocess.Popen(['md5sum'], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait())
first = subprocess.Popen(['yes'], stdout=PIPE)
poll = select.poll()
poll.register(first.stdout, select.POLLIN)
print(len(poll.poll()))
second = subprocess.Popen(['head', '-n2'], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait())
first = subprocess.Popen(['printf', 'abc'], stdout=PIPE)
print(len(select.select([first.stdout], [], [], 30)[0]))
subprocess.run(['head', '-c', '1'], stdin=first.stdout)
print(os.read(first.stdout.fileno(), 10), first.stdout.read(), first.wait())
reader, writer = os.pipe()
os.write(writer, b'one\ntwo\n')
print(len(select.select([reader], [], [], 30)[0]))
print(subprocess.run(['sh', '-c', 'read a; echo "child $a"'], stdin=reader, stdout=PIPE).stdout)
print(len(select.select([reader], [], [], 30)[0]))
print(subprocess.run(['sh', '-c', 'read a; echo "child $a"'], stdin=reader, stdout=PIPE).stdout)
os.write(writer, b'three\n')
print(os.read(reader, 10))
os.mkfifo('fifo')
writing = subprocess.Popen('printf "through a fifo\\nand more\\n" > fifo', shell=True)
with open('fifo', 'rb', buffering=0) as fifo:
    print(len(select.select([fifo], [], [], 30)[0]))
    print(subprocess.run(['sh', '-c', 'read a; echo "$a"; test -p /dev/stdin && echo a pipe'], stdin=fifo, stdout=PIPE).stdout)
    print(fifo.read(100), fifo.read(100), writing.wait())
