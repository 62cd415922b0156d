try:
    import urllib2
except ImportError:
    import urllib.request
    quote = urllib.parse.quote
else:
    import urllib
    quote = urllib.quote
