"""Prints the seconds that shutil.copyfile takes."""

import os
import shutil
import sys
import time

source, target = sys.argv[1:]
start = time.perf_counter()
shutil.copyfile(source, target)
seconds = time.perf_counter() - start
assert os.path.getsize(target) == os.path.getsize(source)
os.remove(target)
print(seconds)
