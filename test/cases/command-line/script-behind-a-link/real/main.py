import os
import sys

import neighbour

print(sys.argv, os.path.basename(__file__), os.path.relpath(sys.path[0]), neighbour.VALUE)
