#!/usr/bin/env python2
x = 1
