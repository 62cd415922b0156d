"""pread, pwrite, preadv and pwritev leave the offset alone; readv and writev spread over several buffers."""

import os

from facts import attempt, fact

fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
attempt("writev", os.writev, fd, [b"01234", b"", b"56789", b"abcdef"])
os.lseek(fd, 3, os.SEEK_SET)
attempt("pread", os.pread, fd, 4, 10)
attempt("pread at the end", os.pread, fd, 4, 16)
attempt("pread beyond the end", os.pread, fd, 4, 100)
attempt("pread across the end", os.pread, fd, 40, 14)
attempt("pread of nothing", os.pread, fd, 0, 0)
attempt("pread at a negative position", os.pread, fd, 4, -1)
attempt("pwrite", os.pwrite, fd, b"XY", 0)
attempt("pwrite at a negative position", os.pwrite, fd, b"XY", -1)
attempt("pwrite of nothing beyond the end", os.pwrite, fd, b"", 100)
fact("the size", os.fstat(fd).st_size)
attempt("pwrite beyond the end", os.pwrite, fd, b"Z", 20)
fact("the gap", os.pread(fd, 10, 14))
fact("the offset has not moved", os.lseek(fd, 0, os.SEEK_CUR))

buffers = [bytearray(2), bytearray(0), bytearray(3), bytearray(100)]
attempt("readv", os.readv, fd, buffers)
fact("its buffers", [bytes(buffer) for buffer in buffers[:3]], bytes(buffers[3][:14]))
fact("the offset", os.lseek(fd, 0, os.SEEK_CUR))
attempt("readv at the end", os.readv, fd, buffers)
attempt("readv into nothing", os.readv, fd, [])
attempt("writev of nothing", os.writev, fd, [])
buffers = [bytearray(1), bytearray(4)]
attempt("preadv", lambda: os.preadv(fd, buffers, 5))
fact("its buffers", [bytes(buffer) for buffer in buffers])
attempt("preadv at a negative position", lambda: os.preadv(fd, buffers, -1))
attempt("pwritev", lambda: os.pwritev(fd, [b"one", b"two"], 2))
fact("content", os.pread(fd, 100, 0))
os.lseek(fd, 30, os.SEEK_SET)
attempt("1024 buffers", os.writev, fd, [b"."] * 1024)
attempt("1025 buffers", os.writev, fd, [b"."] * 1025)
attempt("read of a negative count", os.read, fd, -1)
attempt("pread of a negative count", os.pread, fd, -1, 0)
attempt("of a closed number", os.pread, 99, 1, 0)
attempt("to a closed number", lambda: os.pwritev(99, [b"x"], 0))

os.mkfifo("fifo")
pipe = os.open("fifo", os.O_RDWR)
os.write(pipe, b"in the pipe")
attempt("pread of a FIFO", os.pread, pipe, 1, 0)
attempt("pwrite to a FIFO", os.pwrite, pipe, b"x", 0)
buffers = [bytearray(3), bytearray(50)]
attempt("readv of a FIFO", os.readv, pipe, buffers)
fact("its buffers", [bytes(buffer) for buffer in buffers[:1]], bytes(buffers[1][:8]))
attempt("writev to a FIFO", os.writev, pipe, [b"a", b"b", b"c"])
attempt("read of a FIFO", os.read, pipe, 100)
