# An exit code above 255 wraps to eight bits
import sys

sys.exit(0x1_0000_0203)
