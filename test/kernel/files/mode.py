"""chmod in all its forms: bits that stick, links, numbers, and who may."""

import os
import stat

from facts import attempt, fact


def mode(name: str) -> str:
    return oct(stat.S_IMODE(os.lstat(name).st_mode))


open("file", "w").close()
os.mkdir("dir")
os.symlink("file", "link")
os.symlink("nowhere", "dangling")
for bits in (0, 0o644, 0o777, 0o4755, 0o2755, 0o1777, 0o7777, 0o600):
    attempt(f"chmod {bits:o}", os.chmod, "file", bits)
    fact("mode", mode("file"))
attempt("bits beyond", os.chmod, "file", 0o170644)
fact("are dropped", mode("file"))
attempt("a negative mode", os.chmod, "file", -1)
attempt("a mode too large", os.chmod, "file", 1 << 40)
attempt("a directory", os.chmod, "dir", 0o1700)
fact("mode", mode("dir"))
attempt("through a link", os.chmod, "link", 0o640)
fact("changed the file", mode("file"), mode("link"))
attempt("not through a link", lambda: os.chmod("link", 0o600, follow_symlinks=False))
attempt("not followed, of a file", lambda: os.chmod("file", 0o604, follow_symlinks=False))
fact("mode", mode("file"))
fact("lchmod", hasattr(os, "lchmod"), os.chmod in os.supports_follow_symlinks)
attempt("what dangles", os.chmod, "dangling", 0o600)
attempt("absent", os.chmod, "absent", 0o600)
attempt("an empty path", os.chmod, "", 0o600)
attempt("below a file", os.chmod, "file/x", 0o600)
fd = os.open("file", os.O_RDONLY)
attempt("fchmod", os.fchmod, fd, 0o751)
fact("mode", mode("file"), oct(os.fstat(fd).st_mode))
attempt("chmod by number", os.chmod, fd, 0o750)
fact("mode", mode("file"))
attempt("fchmod of a closed number", os.fchmod, 99, 0o600)
attempt("chmod of a closed number", os.chmod, 99, 0o600)
attempt("fchmod of a directory", os.fchmod, os.open("dir", os.O_RDONLY), 0o711)
fact("mode", mode("dir"))
fact("supports", [name for name in ("chmod", "stat", "access", "utime") if getattr(os, name) in os.supports_fd])
before = os.stat("file").st_ctime_ns
os.chmod("file", 0o700)
fact("the change time moves on", os.stat("file").st_ctime_ns >= before)
