"""Whether CPython's marshal reads what stands on each line of standard input in hexadecimal: "read" or "refused"."""

import marshal
import sys

for line in sys.stdin:
    try:
        marshal.loads(bytes.fromhex(line))
        print("read")
    except (EOFError, ValueError, TypeError, UnicodeError, MemoryError):
        print("refused")
