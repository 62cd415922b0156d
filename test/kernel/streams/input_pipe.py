"""Standard input from a pipe: what is there, what comes later, the end, and what children leave."""

import os
import stat
import sys

from facts import attempt, fact

# The writer waits at this FIFO before every piece, so that nothing depends on who is faster.
turns = open("turns", "w")


def next_piece() -> None:
    turns.write("\n")
    turns.flush()


fact("kind", stat.S_ISFIFO(os.fstat(0).st_mode), os.isatty(0), sys.stdin.seekable())
next_piece()
attempt("the first piece", os.read, 0, 100)
next_piece()
attempt("a child takes one line", lambda: os.system("read line; echo $line > got") or open("got").read())
next_piece()
attempt("a part", os.read, 0, 4)
attempt("the rest of it", os.read, 0, 100)
attempt("seek", os.lseek, 0, 0, os.SEEK_CUR)
attempt("pread", os.pread, 0, 1, 0)
attempt("write", os.write, 0, b"x")
next_piece()
fact("as text", sys.stdin.readline(), list(sys.stdin))
attempt("at the end", os.read, 0, 100)
attempt("input", input)
