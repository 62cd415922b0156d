# -W counts more than PYTHONWARNINGS, a later -W more than an earlier one, and a module's name is asked for.
import sys
import warnings

import beside

warnings.warn("from the script")
beside.warn(UserWarning)
beside.warn(UserWarning)
beside.warn(DeprecationWarning)
print(sys.warnoptions)
