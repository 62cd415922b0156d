import sys
try:
    import urllib2
except ImportError:
    sys.exit('urllib2 is missing')
