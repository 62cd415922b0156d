import urllib2
if (x := 3):
    pass
