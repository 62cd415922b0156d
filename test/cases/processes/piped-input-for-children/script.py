# Children and the script read the same pipe, one after the other, and nobody takes more than was asked for
import os
import select
import subprocess

subprocess.run(['sh', '-c', 'read a; echo "child has $a"'])
print(os.read(0, 7), flush=True)
print(select.select([0], [], [], 10)[0])
subprocess.run(['sh', '-c', 'read a; read b; echo "child has $a and $b"'])
os.system('read a; echo "shell has $a"')
poll = select.poll()
poll.register(0, select.POLLIN)
print(poll.poll()[0][1] & select.POLLIN)
print(os.popen('read a; echo "popen has $a"').read(), end='', flush=True)
print(os.read(0, 4))
print(select.select([0], [], [], 10)[0])
print(subprocess.run(['cat'], stdout=subprocess.PIPE).stdout)
print(os.read(0, 10))
