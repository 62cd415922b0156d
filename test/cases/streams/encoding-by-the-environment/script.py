# PYTHONIOENCODING sets encoding and error handler of the three streams
import sys

print('grün', sys.stdout.encoding, sys.stdout.errors, sys.stderr.encoding, sys.stdin.encoding)
print('€ and 😀')
sys.stderr.write('€\n')
print(open('script.py').encoding, ascii(input()))
