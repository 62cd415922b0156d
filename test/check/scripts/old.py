import os, urllib2
print os.environ['HOME']
