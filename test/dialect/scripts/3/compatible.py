xrange = range
