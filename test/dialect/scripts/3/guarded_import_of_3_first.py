try:
    from urllib.request import urlopen
except ImportError:
    from urllib2 import urlopen
urlopen('http://example.com')
