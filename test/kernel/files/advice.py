"""posix_fadvise takes any advice it knows; posix_fallocate makes room; lockf locks."""

import os

from facts import attempt, fact

fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
os.write(fd, b"content")
for advice in ("NORMAL", "RANDOM", "SEQUENTIAL", "WILLNEED", "NOREUSE", "DONTNEED"):
    attempt(advice, lambda advice=advice: os.posix_fadvise(fd, 0, 0, getattr(os, f"POSIX_FADV_{advice}")))
attempt("unknown advice", lambda: os.posix_fadvise(fd, 0, 0, 77))
attempt("a negative length", lambda: os.posix_fadvise(fd, 0, -1, os.POSIX_FADV_NORMAL))
attempt("a closed number", lambda: os.posix_fadvise(99, 0, 0, os.POSIX_FADV_NORMAL))
os.mkfifo("fifo")
attempt("a FIFO", lambda: os.posix_fadvise(os.open("fifo", os.O_RDWR), 0, 0, os.POSIX_FADV_NORMAL))
attempt("fallocate", lambda: os.posix_fallocate(fd, 0, 100))
fact("size", os.fstat(fd).st_size)
attempt("fallocate beyond the end", lambda: os.posix_fallocate(fd, 200, 100))
fact("size", os.fstat(fd).st_size, os.pread(fd, 10, 0))
attempt("fallocate of nothing", lambda: os.posix_fallocate(fd, 0, 0))
attempt("fallocate of a closed number", lambda: os.posix_fallocate(99, 0, 10))
attempt("fallocate of what is open for reading", lambda: os.posix_fallocate(os.open("file", os.O_RDONLY), 0, 10))
attempt("os.lockf", lambda: os.lockf(fd, os.F_LOCK, 0))
attempt("os.lockf unlocks", lambda: os.lockf(fd, os.F_ULOCK, 0))
