# Standard input that is a file can be told, sought and read by a child after the parent
import os
import stat
import sys

print(stat.S_ISREG(os.fstat(0).st_mode), sys.stdin.isatty(), sys.stdin.seekable(), sys.stdin.fileno())
print(os.read(0, 6))
sys.stdout.flush()
os.system('head -c 5 | od -An -c')
print(os.lseek(0, 0, os.SEEK_CUR) >= 11, os.lseek(0, 0, os.SEEK_SET))
print([line.rstrip() for line in sys.stdin])
