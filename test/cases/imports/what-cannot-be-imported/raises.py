import sys

sys.exit('a module may leave')
