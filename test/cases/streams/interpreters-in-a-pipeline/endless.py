import os
import sys

number = 0
try:
    while True:
        print('line', number)
        number += 1
except BrokenPipeError:
    # What the documentation of signal advises: no second error while the interpreter flushes at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
