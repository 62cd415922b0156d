"""A megabyte to a reader that sleeps first: every byte arrives, in every way of writing."""

import os
import sys

LINE = b"0123456789abcde\n"
block = LINE * 65536
written = 0
while written < len(block):
    written += os.write(1, block[written:])
sys.stdout.write(block.decode())
sys.stdout.flush()
sys.stdout.buffer.write(block)
print("end of it", flush=True)
os.system("echo and a child")
print("the last line")
