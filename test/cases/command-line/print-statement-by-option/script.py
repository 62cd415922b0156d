# --python 2 and a print statement.
import sys
print >>sys.stderr, "old"
print "old"
