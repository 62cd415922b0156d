# -X: known ones work, others are there to be asked for.
import sys

print(sys._xoptions, sys.flags.utf8_mode, sys.get_int_max_str_digits())
try:
    int("1" * 701)
except ValueError as error:
    print(str(error)[:40])
