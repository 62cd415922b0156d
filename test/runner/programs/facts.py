"""What a script knows of how it was started."""

import os
import sys

print(sys.argv[1:], sorted(os.environ), os.getcwd(), __name__, sys.argv[0].endswith(("facts.py", "-c")))
