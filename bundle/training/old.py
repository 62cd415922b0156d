import os, urllib
for name in ['a', 'b']:
    print "%s is old" % name
if os.environ.has_key('HOME') and not os.path.exists('x'):
    print 'home', os.environ['HOME']
