import sys

total = 0
for block in iter(lambda: sys.stdin.buffer.read(10_000), b''):
    total += len(block)
    sys.stdout.buffer.write(block.translate(bytes(range(255, -1, -1))))
print(total, file=sys.stderr)
