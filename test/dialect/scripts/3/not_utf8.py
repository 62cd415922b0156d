import urllib2
name = 'Straße'
