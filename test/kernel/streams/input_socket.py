"""Standard input and output that are sockets, as some programs start their children."""

import os
import stat
import sys

from facts import attempt, fact

fact("kinds", stat.S_ISSOCK(os.fstat(0).st_mode), stat.S_ISSOCK(os.fstat(1).st_mode), os.isatty(0))
attempt("read", os.read, 0, 5)
attempt("lines", lambda: [sys.stdin.readline() for _ in range(2)])
attempt("all of it", lambda: len(sys.stdin.read()))
attempt("at the end", os.read, 0, 10)
attempt("seek", os.lseek, 0, 0, os.SEEK_CUR)
print("x" * 500000)
attempt("a child writes there too", os.system, "echo from the child")
