# An empty -X pycache_prefix counts more than the variable
import sys
print(sys.pycache_prefix)
