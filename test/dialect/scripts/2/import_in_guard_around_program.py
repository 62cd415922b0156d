import traceback
try:
    import urllib2
    page = urllib2.urlopen('http://example.com')
except Exception:
    traceback.print_exc()
