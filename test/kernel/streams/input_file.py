"""Standard input from a file: its offset is shared with the shell that opened it and with children."""

import os
import stat
import sys

from facts import attempt, fact

fact("kind", stat.S_ISREG(os.fstat(0).st_mode), os.isatty(0), sys.stdin.seekable())
fact("offset that the shell left", os.lseek(0, 0, os.SEEK_CUR))
attempt("read", os.read, 0, 7)
attempt("a child goes on from there", lambda: os.system("head -c 7 > got") or open("got").read())
attempt("where a child left it", os.lseek, 0, 0, os.SEEK_CUR)
attempt("and so do we", os.read, 0, 7)
attempt("write", os.write, 0, b"x")
attempt("size", lambda: os.fstat(0).st_size)
attempt("pread", os.pread, 0, 5, 2)
attempt("by another name", lambda: os.read(os.dup(0), 3))
