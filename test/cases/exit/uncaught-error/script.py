# An uncaught exception ends with 1, after the output that was still buffered
import sys

print('buffered before')
sys.stderr.write('to stderr before\n')
value = {'a': 1}
raise LookupError('no such thing: größer')
