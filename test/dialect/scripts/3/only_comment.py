# nothing, not even urllib2 or xrange(3)
