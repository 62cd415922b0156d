"""truncate and ftruncate: longer, shorter, and all that has no length to change."""

import os

from facts import attempt, fact

with open("file", "wb") as stream:
    stream.write(b"0123456789")
fd = os.open("file", os.O_RDWR)
os.lseek(fd, 8, os.SEEK_SET)
attempt("shorter", os.ftruncate, fd, 4)
fact("the offset stays", os.lseek(fd, 0, os.SEEK_CUR), os.read(fd, 1))
os.write(fd, b"x")
fact("a write there", os.pread(fd, 20, 0))
attempt("longer", os.truncate, "file", 12)
fact("zeros", os.pread(fd, 20, 0))
attempt("to the same length", os.truncate, "file", 12)
attempt("by number", os.truncate, fd, 3)
attempt("by number of a file opened for reading", os.truncate, os.open("file", os.O_RDONLY), 0)
attempt("ftruncate of a file opened for reading", os.ftruncate, os.open("file", os.O_RDONLY), 0)
attempt("a negative length", os.truncate, "file", -1)
attempt("absent", os.truncate, "absent", 0)
attempt("a directory", os.truncate, ".", 0)
attempt("an empty path", os.truncate, "", 0)
attempt("a directory by number", os.ftruncate, os.open(".", os.O_RDONLY), 0)
attempt("below a file", os.truncate, "file/below", 0)
os.symlink("file", "link")
attempt("through a link", os.truncate, "link", 1)
os.symlink("loop", "loop")
attempt("a loop", os.truncate, "loop", 1)
os.mkfifo("fifo")
attempt("a FIFO", os.truncate, "fifo", 0)
attempt("a FIFO by number", os.ftruncate, os.open("fifo", os.O_RDWR), 0)
attempt("the null device", os.truncate, "/dev/null", 0)
attempt("the null device by number", os.ftruncate, os.open("/dev/null", os.O_RDWR), 0)
attempt("in /proc", os.truncate, "/proc/version", 0)
fact("what is left", open("file", "rb").read())
