# sys.exit with any other object prints it and ends with 1
import sys

sys.exit({'state': ['critical', 2.5]})
