"""Says whether the interpreter came from a snapshot: only making one imports what ends a run beforehand."""

import sys

print("restored" if "_pyrunner.finish" in sys.modules else "initialised")
