#!/usr/bin/env python2
print(f'{1}')
