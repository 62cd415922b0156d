# input, iteration, readline, read and the binary buffer share one standard input
import sys

name = input('name? ')
print('hello', name)
print(repr(input()))
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print('line', repr(line))
    if line.startswith('stop'):
        break
print(repr(sys.stdin.read(5)), repr(sys.stdin.readline()))
print(sys.stdin.readlines())
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
try:
    input('more? ')
except EOFError as error:
    print(type(error).__name__, error)
