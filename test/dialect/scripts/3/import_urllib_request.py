import urllib.request
urllib.request.urlretrieve('http://example.com', 'a')
