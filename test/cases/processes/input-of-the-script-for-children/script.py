# Children and the script read the same standard input, one after the other
import os
import subprocess
import sys

subprocess.run(['sh', '-c', 'read a; echo "child has $a"'])
print(os.read(0, 7), flush=True)
subprocess.run(['sh', '-c', 'read a; read b; echo "child has $a and $b"'])
os.system('read a; echo "shell has $a"')
print(os.popen('read a; echo "popen has $a"').read(), end='', flush=True)
print(sys.stdin.readline(), end='', flush=True)
print(subprocess.run(['cat'], stdout=subprocess.PIPE).stdout)
