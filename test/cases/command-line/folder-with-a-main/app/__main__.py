import os
import sys

import part

print([os.path.basename(word) for word in sys.argv], __name__, os.path.relpath(__file__), os.path.relpath(sys.path[0]), part.NAME, __package__)
