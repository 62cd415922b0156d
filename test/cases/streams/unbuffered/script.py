# PYTHONUNBUFFERED writes every print at once
import os
import sys

print('python 1')
os.system('echo shell 1')
print('python 2', end='')
os.system('echo; echo shell 2')
print(sys.stdout.write_through, sys.stdout.line_buffering)
