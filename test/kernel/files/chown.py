"""chown in all its forms; as root any owner, as anyone else EPERM."""

import os
import stat

from facts import attempt, fact


def owner(name: str) -> tuple:
    info = os.lstat(name)
    return info.st_uid, info.st_gid, oct(stat.S_IMODE(info.st_mode))


open("file", "w").close()
os.mkdir("dir")
os.symlink("file", "link")
os.symlink("nowhere", "dangling")
os.chmod("file", 0o6755)
attempt("nothing to change", os.chown, "file", -1, -1)
fact("owner", owner("file")[:2] == (os.geteuid(), os.getegid()))
attempt("user", os.chown, "file", 1234, -1)
fact("owner and mode", owner("file"))
attempt("group", os.chown, "file", -1, 4321)
fact("owner and mode", owner("file"))
attempt("both", os.chown, "file", 1, 2)
fact("owner and mode", owner("file"))
attempt("large numbers", os.chown, "file", 4294967294, 2147483648)
fact("owner", owner("file"))
attempt("through a link", os.chown, "link", 5, 6)
fact("changed the file", owner("file"), owner("link")[:2] == (os.geteuid(), os.getegid()))
attempt("lchown", os.lchown, "link", 7, 8)
fact("changed the link", owner("file"), owner("link")[:2])
attempt("not followed", lambda: os.chown("link", 9, 10, follow_symlinks=False))
fact("changed the link", owner("link")[:2])
attempt("lchown of a file", os.lchown, "file", 11, 12)
fact("owner", owner("file"))
fd = os.open("file", os.O_RDWR)
attempt("fchown", os.fchown, fd, 13, 14)
attempt("chown by number", os.chown, fd, -1, 15)
fact("owner", owner("file"), os.fstat(fd).st_uid, os.fstat(fd).st_gid)
attempt("a directory", os.chown, "dir", 16, 17)
fact("owner", owner("dir"))
attempt("what dangles", os.chown, "dangling", 1, 1)
attempt("what dangles, not followed", os.lchown, "dangling", 1, 1)
attempt("absent", os.chown, "absent", 1, 1)
attempt("an empty path", os.chown, "", 1, 1)
attempt("a closed number", os.fchown, 99, 1, 1)
attempt("a user below -1", os.chown, "file", -2, 0)
attempt("a user too large", os.chown, "file", 1 << 32, 0)
