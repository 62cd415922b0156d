print(isinstance('a', basestring))
