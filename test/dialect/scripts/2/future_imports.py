from __future__ import print_function, division
import urllib2
print(1, end='')
