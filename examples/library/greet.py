# Greets whom it reads, and ends with a code of its own.
import sys

print("hello", sys.stdin.read())
sys.exit(4)
