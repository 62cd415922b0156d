try:
    import urllib2
except ImportError:
    import urllib.request as urllib2
urllib2.urlopen('http://example.com')
