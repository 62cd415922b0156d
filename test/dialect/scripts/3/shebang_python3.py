#!/usr/bin/env python3
for i in xrange(3):
    print(i)
