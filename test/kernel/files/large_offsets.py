"""Files beyond 4 GB: holes, sizes, offsets, truncation, all in 64 bits."""

import os

from facts import attempt, fact

GIGABYTE = 1 << 30
fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
for place in (2 * GIGABYTE - 1, 2 * GIGABYTE, 4 * GIGABYTE - 1, 4 * GIGABYTE, 5 * GIGABYTE + 12345):
    os.lseek(fd, place, os.SEEK_SET)
    fact(f"write at {place}", os.write(fd, b"abc"), os.lseek(fd, 0, os.SEEK_CUR))
fact("size", os.fstat(fd).st_size, os.path.getsize("file"))
fact("a sparse file takes little", os.fstat(fd).st_blocks * 512 < GIGABYTE)
fact("read across 4 GB", os.pread(fd, 8, 4 * GIGABYTE - 3))
fact("in the hole", os.pread(fd, 4, 3 * GIGABYTE))
fact("from the end", os.lseek(fd, -3, os.SEEK_END), os.read(fd, 10))
os.pwrite(fd, b"Z", 6 * GIGABYTE)
fact("pwrite", os.fstat(fd).st_size)
attempt("ftruncate to 4 GB + 1", os.ftruncate, fd, 4 * GIGABYTE + 1)
fact("what is left", os.fstat(fd).st_size, os.pread(fd, 10, 4 * GIGABYTE - 2))
attempt("truncate upwards", os.truncate, "file", 7 * GIGABYTE)
fact("size", os.stat("file").st_size)
with open("file", "r+b") as stream:
    fact("buffered seek", stream.seek(5 * GIGABYTE), stream.tell())
    stream.write(b"buffered")
    stream.seek(-GIGABYTE, os.SEEK_END)
    fact("buffered tell", stream.tell())
    stream.seek(5 * GIGABYTE)
    fact("buffered read", stream.read(10))
    fact("truncate of a stream", stream.truncate(4 * GIGABYTE + 7), os.fstat(fd).st_size)
attempt("truncate beyond what the file system takes", os.truncate, "file", 1 << 62)
attempt("ftruncate beyond it", os.ftruncate, fd, 1 << 62)
attempt("truncate to a negative length", os.truncate, "file", -1)
attempt("ftruncate to a negative length", os.ftruncate, fd, -(1 << 40))
attempt("pread far beyond", os.pread, fd, 1, 1 << 42)
attempt("pread beyond any offset", os.pread, fd, 1, (1 << 63) - 1)
attempt("pwrite beyond what the file system takes", os.pwrite, fd, b"x", 1 << 62)
attempt("pwrite at the largest offset", os.pwrite, fd, b"x", (1 << 63) - 1)
fact("size after the failures", os.fstat(fd).st_size)
os.unlink("file")
