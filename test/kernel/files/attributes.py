"""stat, lstat and fstat agree, in every field, with each other and with what the system says."""

import os
import stat

from facts import attempt, fact

FIELDS = (
    "st_mode",
    "st_ino",
    "st_dev",
    "st_nlink",
    "st_uid",
    "st_gid",
    "st_size",
    "st_mtime_ns",
    "st_ctime_ns",
    "st_blksize",
    "st_blocks",
    "st_rdev",
)


def fields(info: os.stat_result) -> dict:
    return {name: getattr(info, name) for name in FIELDS}


# Files of the system that nobody changes while this runs.
for path in ("/", "/usr", "/usr/bin/env", "/etc/passwd", "/etc", "/dev/null", "/dev/zero", "/usr/share"):
    fact(path, fields(os.stat(path)))
fact(
    "three ways",
    fields(os.stat("/etc/passwd"))
    == fields(os.lstat("/etc/passwd"))
    == fields(os.fstat(os.open("/etc/passwd", os.O_RDONLY)))
    == fields(os.stat(os.open("/etc/passwd", os.O_RDONLY))),
)

with open("file", "wb") as stream:
    stream.write(b"x" * 5000)
os.mkdir("dir")
os.symlink("file", "link")
os.mkfifo("fifo")
for name in ("file", "dir", "link", "fifo"):
    info = os.lstat(name)
    fact(
        name,
        stat.filemode(info.st_mode),
        info.st_nlink,
        info.st_uid,
        info.st_gid,
        info.st_blksize,
        info.st_rdev,
        info.st_dev == os.stat(".").st_dev,
    )
fact("file", os.stat("file").st_size, os.stat("link").st_size, os.lstat("link").st_size)
fact("blocks", os.stat("file").st_blocks)
fact("as a tuple", len(os.stat("file")), os.stat("file")[6], tuple(os.stat("file"))[:1])
info = os.stat("file")
fact(
    "times as seconds and nanoseconds",
    [int(getattr(info, f"st_{name}time")) == getattr(info, f"st_{name}time_ns") // 10**9 for name in "amc"],
)
fact("the times of a new file are of now", 0 <= os.stat("file").st_mtime_ns - os.stat("dir").st_mtime_ns + 10**9 <= 2 * 10**9)
fact("samefile, samestat", os.path.samefile("file", "link"), os.path.samestat(os.stat("file"), os.stat("link")))
attempt("absent", os.stat, "absent")
attempt("lstat, absent", os.lstat, "absent")
attempt("below a file", os.stat, "file/x")
attempt("below a file, deeper", os.stat, "file/x/y/z")
attempt("a file with a slash", os.stat, "file/")
attempt("a link with a slash", os.stat, "link/")
attempt("lstat of a link with a slash", os.lstat, "link/")
attempt("a directory with a slash", lambda: stat.filemode(os.stat("dir/").st_mode))
attempt("below what is absent", os.stat, "absent/x/y")
attempt("an empty path", os.stat, "")
attempt("lstat of an empty path", os.lstat, "")
attempt("a name too long", os.stat, "n" * 256)
attempt("a path too long", os.stat, "./" * 2100)
attempt("dots", lambda: os.stat("dir/../dir/.").st_ino == os.stat("dir").st_ino)
attempt("dots below what is absent", os.stat, "absent/../dir")
attempt("dots below a file", os.stat, "file/../dir")
attempt("a closed number", os.stat, 99)
attempt("a number, not followed", lambda: os.stat(0, follow_symlinks=False))
attempt("a negative number", os.stat, -1)
