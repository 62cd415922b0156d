import urllib2
def f(:
