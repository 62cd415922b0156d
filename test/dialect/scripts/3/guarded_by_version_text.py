import sys
if sys.version < '3':
    input = raw_input
print(input())
