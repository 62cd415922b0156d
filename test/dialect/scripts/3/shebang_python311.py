#!/usr/bin/python3.11
import urllib2
