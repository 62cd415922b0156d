"""dup and dup2 name the same open file: one offset, one set of status flags, until the last name is closed."""

import fcntl
import os

from facts import attempt, fact

first = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
os.write(first, b"0123456789")
second = os.dup(first)
fact("dup takes the lowest free number", second - first)
fact("offset of the copy", os.lseek(second, 0, os.SEEK_CUR))
os.lseek(second, 2, os.SEEK_SET)
fact("read by the first after a seek of the copy", os.read(first, 3))
fact("read by the copy goes on", os.read(second, 2))

fcntl.fcntl(first, fcntl.F_SETFL, os.O_APPEND)
fact("status flags are shared", bool(fcntl.fcntl(second, fcntl.F_GETFL) & os.O_APPEND))
os.lseek(second, 0, os.SEEK_SET)
os.write(second, b"ab")
fact("both append", os.fstat(first).st_size)
fcntl.fcntl(second, fcntl.F_SETFL, 0)

os.close(first)
fact("open while one name is left", os.pread(second, 4, 0))
attempt("read of the closed name", os.read, first, 1)
fact("the free number is taken again", os.dup(second) == first)

other = os.open("other", os.O_RDWR | os.O_CREAT, 0o600)
os.write(other, b"other")
attempt("dup2 answers the new number", lambda: os.dup2(other, first) == first)
fact("dup2 replaced what the number named", os.pread(first, 5, 0), os.pread(second, 5, 0))
attempt("dup2 onto itself", lambda: os.dup2(other, other) == other)
attempt("dup2 to a high free number", os.dup2, other, 200)
fact("the high number names it", os.pread(200, 5, 0))
os.close(200)
attempt("dup of a closed number", os.dup, 200)
attempt("dup2 of a closed number", os.dup2, 200, 201)
attempt("dup2 of a closed number onto itself", os.dup2, 200, 200)
attempt("dup of a negative number", os.dup, -1)
attempt("dup2 onto a number beyond the limit", os.dup2, other, 1 << 30)

fact("dup: not inherited", os.get_inheritable(os.dup(other)))
fact("dup2: inherited", os.get_inheritable(os.dup2(other, 50)))
fact("dup2 when asked: not inherited", os.get_inheritable(os.dup2(other, 51, inheritable=False)))
fact("dup2 onto itself keeps the flag", os.get_inheritable(os.dup2(51, 51, inheritable=True)))

copy = os.dup(1)
os.write(copy, b"standard output by another name\n")
os.close(copy)
saved = os.dup(1)
target = os.open("captured", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
os.dup2(target, 1)
print("into the file", flush=True)
os.system("echo the child too")
os.dup2(saved, 1)
fact("captured", open("captured").read())
