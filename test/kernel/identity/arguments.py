"""Arguments arrive byte for byte, also what is not UTF-8."""

import os
import sys

from facts import fact

fact("arguments", sys.argv[1:])
fact("as bytes", [os.fsencode(word) for word in sys.argv[1:]])
