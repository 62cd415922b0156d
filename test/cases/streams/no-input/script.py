# The null device as standard input is at its end at once
import sys

print(repr(sys.stdin.read()), sys.stdin.readlines(), sys.stdin.encoding, sys.stdin.name, sys.stdin.mode)
try:
    input()
except EOFError as error:
    print(error)
