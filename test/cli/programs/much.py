"""Writes more than is collected, and what is not UTF-8."""
import sys

sys.stdout.buffer.write(b"\xff" + bytes(11 << 20))
print("x", file=sys.stderr)
