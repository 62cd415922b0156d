# os._exit ends at once: no flush, no atexit, no finally
import atexit
import os
import sys

atexit.register(print, 'never')
print('flushed', flush=True)
print('lost', end='')
sys.stderr.write('stderr is not lost\n')
try:
    os._exit(9)
finally:
    print('never')
