# sys.exit takes a number as the exit code
import sys

sys.exit(42)
