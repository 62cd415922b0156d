"""sendfile copies between descriptors; copy_file_range between files."""

import os

from facts import attempt, fact

with open("source", "wb") as stream:
    stream.write(bytes(range(256)) * 1024)
source = os.open("source", os.O_RDONLY)
target = os.open("target", os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
attempt("from an offset", os.sendfile, target, source, 10, 5)
fact("the source's offset stays", os.lseek(source, 0, os.SEEK_CUR), os.lseek(target, 0, os.SEEK_CUR))
attempt("from the source's own offset", os.sendfile, target, source, None, 7)
fact("both move", os.lseek(source, 0, os.SEEK_CUR), os.lseek(target, 0, os.SEEK_CUR))
fact("content", os.pread(target, 100, 0))
attempt("more than there is", os.sendfile, target, source, 262100, 1000)
attempt("at the end", os.sendfile, target, source, 262144, 1000)
attempt("all of it", os.sendfile, target, source, 0, 1 << 30)
attempt("nothing", os.sendfile, target, source, 0, 0)
attempt("a negative count", os.sendfile, target, source, 0, -1)
attempt("a negative offset", os.sendfile, target, source, -1, 10)
attempt("to what is open for reading", os.sendfile, source, target, 0, 10)
attempt("from what is open for writing", os.sendfile, target, os.open("target", os.O_WRONLY), 0, 10)
attempt("to what appends", os.sendfile, os.open("target", os.O_WRONLY | os.O_APPEND), source, 0, 10)
attempt("a closed source", os.sendfile, target, 99, 0, 10)
attempt("a closed target", os.sendfile, 99, source, 0, 10)
os.mkfifo("fifo")
pipe = os.open("fifo", os.O_RDWR)
attempt("to a FIFO", os.sendfile, pipe, source, 65, 3)
attempt("what came out", lambda: os.set_blocking(pipe, False) or os.read(pipe, 10))
attempt("from a FIFO", os.sendfile, target, pipe, None, 3)
attempt("from a directory", os.sendfile, target, os.open(".", os.O_RDONLY), 0, 10)
fact("size", os.fstat(target).st_size)
attempt("copy_file_range", lambda: os.copy_file_range(source, target, 20, 5, 0) and os.pread(target, 20, 0))
