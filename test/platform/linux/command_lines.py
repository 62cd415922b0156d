"""Lists of words in JSON on standard input, as the command lines that CPython makes of them."""

import json
import subprocess
import sys

print(json.dumps([subprocess.list2cmdline(words) for words in json.load(sys.stdin)]))
