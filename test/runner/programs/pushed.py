"""A script that its caller holds in memory: says what it is called, starts a program and fails."""

import os
import sys

print(sys.argv, __file__, __name__, flush=True)
os.system("true")
raise ZeroDivisionError(4)
