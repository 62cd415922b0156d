#!/usr/bin/python2
print('hello')
