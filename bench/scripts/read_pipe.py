"""Prints the seconds that reading 1 GB from a child's pipe takes."""

import subprocess
import time

SIZE = 1 << 30
start = time.perf_counter()
child = subprocess.Popen(["head", "-c", str(SIZE), "/dev/zero"], stdout=subprocess.PIPE)
total = 0
while block := child.stdout.read(1 << 20):
    total += len(block)
assert child.wait() == 0 and total == SIZE
print(time.perf_counter() - start)
