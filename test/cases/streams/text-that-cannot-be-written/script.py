# A lone surrogate cannot be printed: the error is caught or escaped, the rest arrives
import sys

try:
    print('bad \udc80 here')
except UnicodeEncodeError as error:
    print(error)
print('bad \udc80 here'.encode('utf-8', 'surrogateescape'), file=sys.stderr)
sys.stderr.write('stderr escapes: \udc80 ü\n')
sys.stdout.reconfigure(errors='surrogateescape')
print('now raw: \udc80')
raise ValueError('message with \udcff and ü')
