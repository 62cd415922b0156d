# os.execvp: the program takes the script's place with its output, arguments and exit code
import atexit
import os
import sys

atexit.register(print, 'never at exit')
print('flushed before', flush=True)
sys.stderr.write('error before\n')
print('never seen: still in the buffer')
os.environ['VARIABLE'] = 'of the script'
os.execvp('sh', ['sh', '-c', 'echo "$0 $1 $VARIABLE"; echo error >&2; exit 9', 'zero', 'one'])
