"""Prints the seconds that the sha1 of a file takes, read in blocks of 1 MB."""

import hashlib
import sys
import time

start = time.perf_counter()
digest = hashlib.sha1()
with open(sys.argv[1], "rb") as file:
    while block := file.read(1 << 20):
        digest.update(block)
digest.hexdigest()
print(time.perf_counter() - start)
