# sys.stdin.buffer reads bytes as they come, and the text layer decodes with surrogateescape or fails
import hashlib
import sys

head = sys.stdin.buffer.read(4)
line = sys.stdin.buffer.readline()
print(head, line, sys.stdin.buffer.read1(3))
print(hashlib.md5(sys.stdin.buffer.read()).hexdigest(), sys.stdin.buffer.read())
