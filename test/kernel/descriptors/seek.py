"""lseek: every whence, beyond the end, beyond 4 GB, before the beginning, and on what has no offset."""

import os

from facts import attempt, fact

fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
os.write(fd, b"0123456789")
attempt("SEEK_CUR", os.lseek, fd, 0, os.SEEK_CUR)
attempt("SEEK_SET", os.lseek, fd, 4, os.SEEK_SET)
attempt("SEEK_CUR backwards", os.lseek, fd, -2, os.SEEK_CUR)
attempt("SEEK_END", os.lseek, fd, -1, os.SEEK_END)
fact("the last byte", os.read(fd, 5))
fact("the end", os.read(fd, 5))
attempt("before the beginning", os.lseek, fd, -1, os.SEEK_SET)
attempt("before the beginning from here", os.lseek, fd, -11, os.SEEK_CUR)
attempt("before the beginning from the end", os.lseek, fd, -11, os.SEEK_END)
attempt("a failed seek moves nothing", os.lseek, fd, 0, os.SEEK_CUR)
attempt("an unknown whence", os.lseek, fd, 0, 77)
attempt("a negative whence", os.lseek, fd, 0, -1)
attempt("beyond the end", os.lseek, fd, 100, os.SEEK_SET)
fact("nothing is there", os.read(fd, 5), os.fstat(fd).st_size)
os.write(fd, b"x")
fact("a write there makes a hole", os.fstat(fd).st_size, os.pread(fd, 4, 98))
attempt("SEEK_DATA", lambda: os.lseek(fd, 0, os.SEEK_DATA))
attempt("SEEK_HOLE", lambda: os.lseek(fd, 0, os.SEEK_HOLE))
attempt("SEEK_DATA at the end", lambda: os.lseek(fd, 101, os.SEEK_DATA))

for power in (31, 32, 40, 43):
    attempt(f"2 to the {power}", os.lseek, fd, 1 << power, os.SEEK_SET)
    attempt(f"2 to the {power}, and one on", os.lseek, fd, 1, os.SEEK_CUR)
attempt("2 to the 62", os.lseek, fd, 1 << 62, os.SEEK_SET)
attempt("the largest offset", os.lseek, fd, (1 << 63) - 1, os.SEEK_SET)
attempt("beyond the largest offset", os.lseek, fd, 1 << 63, os.SEEK_SET)

attempt("a directory", os.lseek, os.open(".", os.O_RDONLY), 0, os.SEEK_CUR)
os.mkfifo("fifo")
attempt("a FIFO", os.lseek, os.open("fifo", os.O_RDWR), 0, os.SEEK_CUR)
attempt("an unknown whence on a FIFO", os.lseek, os.open("fifo", os.O_RDWR), 0, 77)
attempt("a closed number", os.lseek, 99, 0, os.SEEK_CUR)
for device in ("null", "zero", "full", "urandom"):
    number = os.open(f"/dev/{device}", os.O_RDWR)
    attempt(f"/dev/{device}", os.lseek, number, 100, os.SEEK_SET)
    attempt(f"/dev/{device} from the end", os.lseek, number, -100, os.SEEK_END)
    attempt(f"/dev/{device}, where", os.lseek, number, 0, os.SEEK_CUR)
    attempt(f"/dev/{device}, unknown whence", os.lseek, number, 0, 77)
