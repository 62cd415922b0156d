#!/usr/bin/env -S python2 -u
print('hello')
