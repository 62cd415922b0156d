"""Standard input from the null device is at its end, for us and for children."""

import os
import stat
import sys

from facts import attempt, fact

fact("kind", stat.S_ISCHR(os.fstat(0).st_mode), os.isatty(0), sys.stdin.isatty())
attempt("read", os.read, 0, 10)
attempt("text", sys.stdin.read)
attempt("lines", list, sys.stdin)
attempt("input", input)
attempt("a child", lambda: os.system("cat > got") or os.path.getsize("got"))
attempt("seek", os.lseek, 0, 5, os.SEEK_SET)
