# readline, iteration, input, read(n) and readlines take turns on one pipe.
import sys

print(repr(sys.stdin.readline()), repr(input()))
print(repr(sys.stdin.read(3)), repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
    if "five" in line:
        break
print(sys.stdin.readlines(), repr(sys.stdin.read()))
