"""fsync and fdatasync: on files and directories, not on what cannot be synchronised."""

import os

from facts import attempt, fact

with open("file", "w") as stream:
    stream.write("content")
    attempt("a stream", os.fsync, stream)
fd = os.open("file", os.O_RDWR)
attempt("fsync", os.fsync, fd)
attempt("fdatasync", os.fdatasync, fd)
attempt("of what is open for reading", os.fsync, os.open("file", os.O_RDONLY))
attempt("of a directory", os.fsync, os.open(".", os.O_RDONLY))
attempt("fdatasync of a directory", os.fdatasync, os.open(".", os.O_RDONLY))
os.mkfifo("fifo")
pipe = os.open("fifo", os.O_RDWR)
attempt("of a FIFO", os.fsync, pipe)
attempt("fdatasync of a FIFO", os.fdatasync, pipe)
attempt("of the null device", os.fsync, os.open("/dev/null", os.O_RDWR))
attempt("of what is in /proc", os.fsync, os.open("/proc/version", os.O_RDONLY))
attempt("of standard input", os.fsync, 0)
attempt("of a closed number", os.fsync, 99)
attempt("fdatasync of a closed number", os.fdatasync, 99)
attempt("of a negative number", os.fsync, -1)
attempt("sync", os.sync)
fact("the file", open("file").read())
