"""A reader faster than its writer waits for every piece and gets all."""

import sys

total = lines = 0
for line in sys.stdin:
    lines += 1
    total += len(line)
print(lines, total)
