# sys.exit with text prints it to stderr and ends with 1
import sys

print('to stdout')
sys.exit('cannot read ü: giving up')
