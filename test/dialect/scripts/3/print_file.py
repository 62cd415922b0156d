import sys
print('a', file=sys.stderr)
x = unicode('x')
