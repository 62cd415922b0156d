import os
import sys

print([os.path.basename(sys.argv[0])] + sys.argv[1:], __name__, os.path.relpath(sys.path[0]), __spec__.name, os.path.basename(__file__))
sys.exit(5)
