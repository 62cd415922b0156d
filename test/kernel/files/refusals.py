"""Without root's rights: what is forbidden answers EACCES or EPERM, in every call."""

import os

from facts import attempt, fact, utime

THEIRS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "theirs")  # belongs to whoever started this

os.mkdir("mine")
os.chdir("mine")
open("unreadable", "w").close()
open("read-only", "w").close()
os.mkdir("no-search")
open("no-search/file", "w").close()
os.mkdir("no-write")
open("no-write/file", "w").close()
os.mkdir("no-read")
os.chmod("unreadable", 0)
os.chmod("read-only", 0o400)
os.chmod("no-search", 0o600)
os.chmod("no-write", 0o500)
os.chmod("no-read", 0o300)
fact("root?", os.geteuid() == 0)
attempt("read", open, "unreadable")
attempt("write", open, "read-only", "w")
attempt("create", open, "no-write/new", "w")
attempt("stat without search", os.stat, "no-search/file")
attempt("lstat without search", os.lstat, "no-search/file")
attempt("open without search", open, "no-search/file")
attempt("listdir without search", os.listdir, "no-search")
attempt("scandir's stat", lambda: [entry.is_file() for entry in os.scandir("no-search")])
attempt("listdir without read", os.listdir, "no-read")
attempt("chdir without search", os.chdir, "no-search")
attempt("unlink", os.unlink, "no-write/file")
attempt("mkdir", os.mkdir, "no-write/dir")
attempt("rmdir", os.rmdir, "no-write/dir")
attempt("rename from", os.rename, "no-write/file", "file")
attempt("rename to", os.rename, "read-only", "no-write/file")
attempt("link", os.link, "read-only", "no-write/link")
attempt("symlink", os.symlink, "x", "no-write/link")
attempt("readlink without search", os.readlink, "no-search/file")
attempt("mkfifo", os.mkfifo, "no-write/fifo")
attempt("mknod", os.mknod, "no-write/node")
attempt("a device", os.mknod, "device", 0o20600, os.makedev(1, 3))
attempt("truncate", os.truncate, "read-only", 0)
attempt("chmod of another's", os.chmod, THEIRS, 0o600)
attempt("chown", os.chown, "read-only", 0, 0)
attempt("chown of another's", os.chown, THEIRS, -1, -1)
attempt("utime of another's", utime, THEIRS)
attempt("utime of another's, with times", utime, THEIRS, (1, 2))
attempt(
    "access",
    lambda: [
        os.access(name, mode)
        for name in ("unreadable", "read-only", "no-search/file", THEIRS)
        for mode in (os.F_OK, os.R_OK, os.W_OK)
    ],
)
attempt("exists", lambda: [os.path.exists(name) for name in ("unreadable", "no-search/file", "no-search/absent")])
attempt("kill", os.kill, 1, 0)
attempt("/root", os.listdir, "/root")
attempt("write in /", open, "/file", "w")
attempt("setuid bit of another's group", lambda: os.chmod("read-only", 0o4700) or oct(os.stat("read-only").st_mode))
attempt("O_NOATIME of another's", os.open, THEIRS, os.O_RDONLY | os.O_NOATIME)
attempt("statvfs without search", os.statvfs, "no-search/file")
attempt("fchdir", os.fchdir, os.open("no-write", os.O_RDONLY))
os.chdir("..")
for name in ("no-search", "no-read"):
    os.chmod(name, 0o700)
