# reconfigure(newline=...): the ends of lines as they are, and back.
import sys

sys.stdin.reconfigure(newline="")
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read()))
