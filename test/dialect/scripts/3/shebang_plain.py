#!/usr/bin/python
print('hello')
