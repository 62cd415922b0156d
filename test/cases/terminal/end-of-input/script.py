# Ctrl-D ends the input of a line: EOFError for input(), nothing for read().
import sys

try:
    input("? ")
except EOFError as error:
    print(type(error).__name__, error)
print(repr(sys.stdin.read()))
