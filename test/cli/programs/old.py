#!/usr/bin/python2
print(file)
