"""Without standard input sys.stdin is None and number 0 is free for the next file."""

import os
import sys

from facts import attempt, fact

fact("stdin", sys.stdin)
attempt("read", os.read, 0, 1)
attempt("fstat", lambda: os.fstat(0).st_rdev == os.stat(os.devnull).st_rdev)
attempt("input", input)
attempt("the next file", os.open, "file", os.O_CREAT | os.O_RDWR)
os.write(0, b"input made here\n")
os.lseek(0, 0, os.SEEK_SET)
attempt("a child reads it", lambda: os.system("cat > got 2> /dev/null") or open("got").read())
