import urllib as web
print(web.urlopen('http://example.com').read())
