import os
import sys

print(os.path.basename(__file__), sys.argv, type(__loader__).__name__, __name__, __package__)
