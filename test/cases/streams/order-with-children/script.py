# Output of os.system comes before what python still buffers, after what it flushed
import os
import sys

print('python 1')
os.system('echo shell 1')
print('python 2', flush=True)
os.system('echo shell 2')
sys.stdout.write('python 3\n')
os.system('echo shell 3 to stderr >&2')
sys.stdout.flush()
os.system('echo shell 4')
print('python 4')
