"""Prints the seconds that writing 1 GB into a child's pipe takes."""

import subprocess
import time

SIZE = 1 << 30
block = bytes(1 << 20)
start = time.perf_counter()
child = subprocess.Popen(["wc", "-c"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for _ in range(SIZE // len(block)):
    child.stdin.write(block)
child.stdin.close()
assert int(child.stdout.read()) == SIZE and child.wait() == 0
print(time.perf_counter() - start)
