# What the script prints, its children print and it prints after, to one file for stdout and stderr
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
os.spawnlp(os.P_WAIT, 'echo', 'echo', 'child 6')
os.system('echo child 7')
with subprocess.Popen(['sh', '-c', 'read line; echo "child 8 $line"'], stdin=subprocess.PIPE) as child:
    print('python 6', flush=True)
    child.stdin.write(b'told\n')
print('python 7')
print('position', os.lseek(1, 0, os.SEEK_CUR))
