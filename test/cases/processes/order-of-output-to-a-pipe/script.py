# What the script prints, its children print and it prints after, to a pipe, with and without flush
import os
import subprocess
import sys

print('python 1')
subprocess.run(['echo', 'child 1'])
print('python 2', flush=True)
subprocess.run(['echo', 'child 2'])
print('python 3')
print('error 1', file=sys.stderr)
subprocess.run('echo child 3; echo error 2 >&2', shell=True)
sys.stdout.flush()
os.write(1, b'python 4\n')
subprocess.Popen(['echo', 'child 4']).wait()
os.write(1, b'python 5\n')
print(os.popen('echo child 5').read(), end='')
os.spawnlp(os.P_WAIT, 'echo', 'echo', 'child 6')
os.system('echo child 7')
child = subprocess.Popen(['sh', '-c', 'read line; echo "child 8 $line"'], stdin=subprocess.PIPE)
print('python 6', flush=True)
child.communicate(b'told\n')
print('python 7')
