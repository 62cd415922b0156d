"""F_GETFL tells access mode and status flags, F_SETFL sets only those that can be set."""

import fcntl
import os

from facts import attempt, fact

NAMES = (
    "O_WRONLY",
    "O_RDWR",
    "O_APPEND",
    "O_NONBLOCK",
    "O_SYNC",
    "O_DSYNC",
    "O_NOATIME",
    "O_PATH",
    "O_DIRECTORY",
    "O_NOFOLLOW",
    "O_TRUNC",
    "O_CREAT",
    "O_EXCL",
)


def flags(fd: int) -> list:
    value = fcntl.fcntl(fd, fcntl.F_GETFL)
    return [name for name in NAMES if value & getattr(os, name) == getattr(os, name)]


def opened(*names: str, path: str = "file") -> int:
    wanted = 0
    for name in names:
        wanted |= getattr(os, name)
    return os.open(path, wanted, 0o600)


fd = opened("O_RDWR", "O_CREAT", "O_EXCL", "O_TRUNC")
fact("flags that only open looks at are gone", flags(fd))
for names in (
    ["O_RDONLY"],
    ["O_WRONLY"],
    ["O_RDWR", "O_APPEND"],
    ["O_RDONLY", "O_NONBLOCK"],
    ["O_WRONLY", "O_SYNC"],
    ["O_WRONLY", "O_DSYNC"],
    ["O_PATH"],
    ["O_RDONLY", "O_NOATIME"],
):
    fact(" ".join(names), flags(opened(*names)))
fact("a directory", flags(opened("O_RDONLY", "O_DIRECTORY", path=".")))

attempt("F_SETFL", fcntl.fcntl, fd, fcntl.F_SETFL, os.O_APPEND | os.O_NONBLOCK)
fact("set", flags(fd))
attempt("F_SETFL tries to change the access mode", fcntl.fcntl, fd, fcntl.F_SETFL, os.O_WRONLY | os.O_SYNC | os.O_TRUNC)
fact("what cannot be set stays", flags(fd))
fact("os.get_blocking", os.get_blocking(fd))
os.set_blocking(fd, False)
fact("after set_blocking", os.get_blocking(fd), flags(fd))

read_only, write_only, path_only = opened("O_RDONLY"), opened("O_WRONLY"), opened("O_PATH")
attempt("write to what is open for reading", os.write, read_only, b"x")
attempt("writing nothing to it", os.write, read_only, b"")
attempt("read from what is open for writing", os.read, write_only, 1)
attempt("pread from it", os.pread, write_only, 1, 0)
attempt("pwrite to what is open for reading", os.pwrite, read_only, b"x", 0)
attempt("read through O_PATH", os.read, path_only, 1)
attempt("write through O_PATH", os.write, path_only, b"x")
attempt("F_SETFL through O_PATH", fcntl.fcntl, path_only, fcntl.F_SETFL, 0)
attempt("lseek through O_PATH", os.lseek, path_only, 0, os.SEEK_SET)
attempt("fchmod through O_PATH", os.fchmod, path_only, 0o600)
attempt("ftruncate through O_PATH", os.ftruncate, path_only, 0)
attempt("fsync through O_PATH", os.fsync, path_only)
attempt("fstat through O_PATH", lambda: os.fstat(path_only).st_size)
attempt("dup of O_PATH", lambda: flags(os.dup(path_only)))
attempt("reading a directory", os.read, opened("O_RDONLY", path="."), 1)
attempt("pread of a directory", os.pread, opened("O_RDONLY", path="."), 1, 0)
attempt("writing a directory", os.write, opened("O_RDONLY", path="."), b"x")
