import sys
smallest = sys.maxint
