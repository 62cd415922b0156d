"""isatty and fstat of every kind of descriptor."""

import os
import stat

from facts import attempt, fact

os.mkfifo("fifo")
open("file", "w").close()
os.symlink("file", "link")
for name, flags in (
    ("file", os.O_RDWR),
    (".", os.O_RDONLY),
    ("fifo", os.O_RDWR),
    ("/dev/null", os.O_RDWR),
    ("/dev/zero", os.O_RDONLY),
    ("/proc/version", os.O_RDONLY),
    ("file", os.O_PATH),
    ("link", os.O_PATH | os.O_NOFOLLOW),
    ("fifo", os.O_PATH),
    (".", os.O_PATH),
):
    fd = os.open(name, flags)
    info = os.fstat(fd)
    fact(name, os.isatty(fd), stat.filemode(info.st_mode), info.st_size if stat.S_ISREG(info.st_mode) else None, info.st_rdev)
    os.close(fd)
attempt(
    "the null device by descriptor",
    lambda: os.path.sameopenfile(os.open("/dev/null", os.O_RDONLY), os.open("/dev/null", os.O_WRONLY)),
)
fact("isatty of closed and wrong numbers", os.isatty(99), os.isatty(-1), os.isatty(1 << 20))
with open("file", "rb", buffering=0) as raw:
    fact("a raw stream", raw.isatty(), raw.seekable(), raw.readable(), raw.writable())
with open("fifo", "r+b", buffering=0) as raw:
    fact("a FIFO's stream", raw.isatty(), raw.seekable())
attempt("a directory as a stream", open, ".")
attempt("a directory as a stream by number", lambda: open(os.open(".", os.O_RDONLY)))
