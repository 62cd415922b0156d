import sys
if sys.version_info[0] < 3:
    import urllib2
    text = unicode
else:
    import urllib.request
    text = str
