# Runs some forty million instructions, a second or so of work.
import sys

total = 0
for number in range(int(sys.argv[1])):
    total = total + number & 0xFFFF
