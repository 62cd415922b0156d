"""Says whether the interpreter came from a snapshot: that has imported what scripts import most."""

import sys

print("restored" if "zipfile" in sys.modules else "initialised")
