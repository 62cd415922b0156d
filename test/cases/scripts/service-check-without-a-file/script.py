#!/usr/bin/python3
# A monitoring plugin whose status file is missing reports UNKNOWN and ends with 3
import sys

try:
    with open(sys.argv[1]) as stream:
        print('OK', stream.read())
except OSError as error:
    print('UNKNOWN - %s' % error)
    sys.exit(3)
