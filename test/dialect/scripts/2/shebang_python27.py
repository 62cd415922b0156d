#!/usr/local/bin/python2.7 -u
import sys
sys.exit(0)
