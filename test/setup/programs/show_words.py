"""Prints its arguments, and whether sys.orig_argv ends as python's own does."""

import sys

print(sys.argv, sys.orig_argv[-2:])
