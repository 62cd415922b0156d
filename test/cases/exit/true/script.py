# sys.exit(True) and other booleans are numbers
import sys

sys.exit(True)
