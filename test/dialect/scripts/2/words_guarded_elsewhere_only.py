import sys
if sys.version_info[0] == 2:
    text = str
for i in xrange(3):
    print(i)
