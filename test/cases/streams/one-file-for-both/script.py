# stdout and stderr in one file: stderr at once, stdout when it is flushed
import os
import sys

print('out 1')
print('err 1', file=sys.stderr)
sys.stdout.flush()
print('err 2', file=sys.stderr)
print('out 2')
os.write(1, b'os.write 1\n')
os.write(2, b'os.write 2\n')
os.system('echo child out; echo child err >&2')
print('out 3', flush=True)
sys.stderr.write('half a line of stderr, ')
print('out 4')
raise SystemExit('the last word')
