"""Seeking in standard output: children and the shell go on from there."""

import os

print("one two three", flush=True)
os.lseek(1, 4, os.SEEK_SET)
print("TWO", end="", flush=True)
os.system("printf +")
os.lseek(1, 0, os.SEEK_END)
print("four", flush=True)
os.lseek(1, 0, os.SEEK_SET)
