"""mkfifo and mknod: FIFOs, empty files, and devices for who may make them."""

import os
import stat

from facts import attempt, fact

os.umask(0)


def kind(name: str) -> str:
    return stat.filemode(os.lstat(name).st_mode)


attempt("mkfifo", os.mkfifo, "fifo")
attempt("mkfifo with modes", os.mkfifo, "fifo2", 0o640)
fact("kinds", kind("fifo"), kind("fifo2"), os.stat("fifo").st_size)
attempt("mknod", os.mknod, "node")
attempt("mknod of a file", os.mknod, "file", 0o604 | stat.S_IFREG)
attempt("mknod of a FIFO", os.mknod, "fifo3", 0o777 | stat.S_IFIFO)
fact("kinds", kind("node"), kind("file"), kind("fifo3"))
attempt("mknod of a socket", lambda: os.mknod("socket", 0o600 | stat.S_IFSOCK) or kind("socket"))
attempt("mknod of a directory", os.mknod, "dir", 0o600 | stat.S_IFDIR)
attempt("mknod of a link", os.mknod, "link", 0o600 | stat.S_IFLNK)
attempt("mkfifo onto what exists", os.mkfifo, "file")
attempt("mknod onto what exists", os.mknod, "fifo")
os.symlink("nowhere", "dangling")
attempt("mkfifo onto what dangles", os.mkfifo, "dangling")
attempt("mkfifo below what is absent", os.mkfifo, "absent/fifo")
attempt("mkfifo below a file", os.mkfifo, "file/fifo")
attempt("mknod below what is absent", os.mknod, "absent/node")
attempt("an empty path", os.mkfifo, "")
attempt("an empty path", os.mknod, "")
attempt("a name too long", os.mkfifo, "n" * 256)
attempt("a name that looks like an option", lambda: os.mkfifo("-m") or kind("-m"))
attempt("a name that is not UTF-8", lambda: os.mkfifo(b"\xff") or kind(b"\xff"))
attempt("in /proc", os.mkfifo, "/proc/fifo")
attempt("with a slash behind it", os.mkfifo, "slash/")
fact(
    "device numbers",
    os.makedev(1, 3) == os.stat("/dev/null").st_rdev,
    os.major(os.stat("/dev/null").st_rdev),
    os.minor(os.stat("/dev/null").st_rdev),
)
fact("left", sorted(os.listdir(b".")))
