# -W in order, behind the variable.
import sys
import warnings

print(sys.warnoptions)
warnings.warn("not seen", DeprecationWarning)
try:
    warnings.warn("an error")
except UserWarning as error:
    print(repr(error))
