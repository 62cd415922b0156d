"""Says, as JSON, the values of the variables that are named, and the hash of a text."""
import json
import os
import sys

print(json.dumps([[os.environ.get(name) for name in sys.argv[1:]], hash("a")]))
