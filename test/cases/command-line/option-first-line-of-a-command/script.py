this is no Python, and -x leaves it out
# -x: the line numbers stay those of the file.
import sys
print(sys._getframe().f_lineno)
raise RuntimeError("on line 5")
