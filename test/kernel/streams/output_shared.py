"""stdout and stderr as one file: everything stands in the order in which it was written, children's too."""

import os
import sys

for number in range(3):
    print("out", number, flush=True)
    print("err", number, file=sys.stderr)
    os.write(1, b"raw out\n")
    os.write(2, b"raw err\n")
    os.system("echo child out; echo child err >&2")
print("offset moves on", os.lseek(1, 0, os.SEEK_CUR) > 0, os.lseek(1, 0, os.SEEK_CUR) == os.fstat(1).st_size, flush=True)
print("both are one", os.path.sameopenfile(1, 2), flush=True)
os.system("echo last from a child")
