import sys
print >>sys.stderr, 'usage: a.py FILE'
