# A negative exit code wraps to eight bits
import sys

sys.exit(-1)
