#!/opt/python2/bin/python3
import urllib2
