# coding: klingon
import urllib2
