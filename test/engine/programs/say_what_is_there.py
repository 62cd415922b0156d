"""Says whether modules were loaded before the script that imports one of them."""

import sys

before = "zipfile" in sys.modules and "json.decoder" in sys.modules
import json

print(before)
