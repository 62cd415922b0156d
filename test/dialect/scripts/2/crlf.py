import urllib
if True:
    urllib.urlretrieve('http://example.com/a', 'a')
