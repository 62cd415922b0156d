"""Writes a gigabyte and a few words more."""
import sys
block = (b"%063d\n" * 16384) % tuple(range(16384))
for number in range(1000):
    sys.stdout.buffer.write(block)
sys.stdout.flush()
print("last")
print("written", file=sys.stderr)
