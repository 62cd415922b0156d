import os
import sys

import beside

print(sys.argv[0], os.path.relpath(__file__), os.path.relpath(sys.path[0]), beside.NAME, os.path.relpath(beside.__file__))
