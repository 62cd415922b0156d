"""fcntl: copies from a number up, close-on-exec copies, unknown commands, closed numbers."""

import fcntl
import os

from facts import attempt, fact

fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
os.write(fd, b"content")
attempt("F_DUPFD", fcntl.fcntl, fd, fcntl.F_DUPFD, 100)
attempt("F_DUPFD takes the next free number", fcntl.fcntl, fd, fcntl.F_DUPFD, 100)
attempt("F_DUPFD_CLOEXEC", fcntl.fcntl, fd, fcntl.F_DUPFD_CLOEXEC, 100)
fact("flags of the copies", [os.get_inheritable(number) for number in (100, 101, 102)])
fact("they share the offset", os.lseek(102, 0, os.SEEK_CUR))
attempt("F_DUPFD from a negative number", fcntl.fcntl, fd, fcntl.F_DUPFD, -1)
attempt("F_DUPFD from beyond the limit", fcntl.fcntl, fd, fcntl.F_DUPFD, 1 << 30)
attempt("an unknown command", fcntl.fcntl, fd, 9999)
attempt("a closed number", fcntl.fcntl, 99, fcntl.F_GETFD)
attempt("a closed number, unknown command", fcntl.fcntl, 99, 9999)
attempt("a negative number", fcntl.fcntl, -1, fcntl.F_GETFD)
attempt("a file object", fcntl.fcntl, open("file"), fcntl.F_GETFD)
os.close(100)
attempt("a name that was closed", fcntl.fcntl, 100, fcntl.F_GETFL)
attempt("the others stay", fcntl.fcntl, 101, fcntl.F_GETFD)


attempt("a record lock", fcntl.lockf, fd, fcntl.LOCK_EX)
attempt("its release", fcntl.lockf, fd, fcntl.LOCK_UN)
attempt("flock", fcntl.flock, fd, fcntl.LOCK_EX)
attempt("keeps others out", lambda: os.system("flock -n file true") >> 8)
attempt("flock released", fcntl.flock, fd, fcntl.LOCK_UN)
attempt("lets others in", lambda: os.system("flock -n file true") >> 8)
attempt("flock of a closed number", fcntl.flock, 99, fcntl.LOCK_EX)
attempt("flock with an unknown word", fcntl.flock, fd, 77)
