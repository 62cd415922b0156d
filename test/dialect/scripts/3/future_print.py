from __future__ import print_function
import sys
print('a', end='', file=sys.stderr)
show = print
