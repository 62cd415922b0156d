"""Prints the seconds that sha1sum(1) takes for a file, its start and end included; the arguments are those of a script."""

import subprocess
import sys
import time

_, _script, path, *_ = sys.argv
start = time.perf_counter()
subprocess.run(["sha1sum", path], stdout=subprocess.DEVNULL, check=True)
print(time.perf_counter() - start)
