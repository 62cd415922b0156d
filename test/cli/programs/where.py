"""Says where it is and what it was given."""
import os
import sys

print(os.getcwd(), sys.argv, sys.path[0])
