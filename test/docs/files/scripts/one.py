"""A script that the pages name."""

import sys

print(sys.argv[1:])
