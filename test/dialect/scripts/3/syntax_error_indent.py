  import urllib2
