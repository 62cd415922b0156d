#!/usr/bin/python2
# A print statement where the first line says Python 2: CPython's message, and a line that says whose language it is.
print "old"
