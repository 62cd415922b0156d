"""A bit of everything that a client script does; the argument is the number of the run."""

import atexit
import hashlib
import json
import os
import re
import sys
import tempfile

number = int(sys.argv[1])
atexit.register(len, "")
kept = open(__file__)
data = json.dumps({str(i): [i] * 10 for i in range(200)})
assert re.sub(r"\d", "", data)
hashlib.new("sha256", data.encode() * 100)
with tempfile.NamedTemporaryFile("w") as file:
    file.write(data)
os.environ["NUMBER"] = sys.argv[1]
if number % 7 == 0:
    much = bytearray(5 << 20)
if number % 11 == 0:
    os._exit(5)
if number % 13 == 0:
    sys.exit(6)
