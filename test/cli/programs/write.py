"""Writes to both streams, as does a program of its own, and ends with 3."""
import os
import sys

print(input())
os.system("echo child")
print("e", file=sys.stderr)
sys.exit(3)
