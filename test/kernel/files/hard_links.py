"""Hard links are the same file: one inode, one count, content and modes in common, until the last name is gone."""

import os

from facts import attempt, fact

with open("file", "w") as stream:
    stream.write("content")
attempt("link", os.link, "file", "twin")
fact("one file", os.path.samefile("file", "twin"), os.stat("file").st_nlink)
os.chmod("twin", 0o640)
fact("modes in common", oct(os.stat("file").st_mode))
with open("twin", "a") as stream:
    stream.write(" and more")
fact("content in common", open("file").read())
attempt("onto what exists", os.link, "file", "twin")
attempt("of what is absent", os.link, "absent", "x")
attempt("into what is absent", os.link, "file", "absent/x")
attempt("of a directory", os.link, ".", "dirlink")
attempt("below a file", os.link, "file", "twin/x")
attempt("with a slash behind it", os.link, "file/", "x")
attempt("an empty name", os.link, "", "x")
attempt("to an empty name", os.link, "file", "")
attempt("to another file system", os.link, "file", "/proc/x")
attempt("a name too long", os.link, "file", "n" * 256)
os.symlink("file", "soft")
os.symlink("nowhere", "dangling")
os.symlink("loop", "loop")
attempt("of a link, not followed", lambda: os.link("soft", "soft-twin", follow_symlinks=False))
fact("the link itself", os.path.islink("soft-twin"), os.lstat("soft").st_nlink)
attempt("of a link, followed", lambda: os.link("soft", "followed", follow_symlinks=True))
fact("the file", os.path.islink("followed"), os.stat("file").st_nlink)
attempt("of a link, by default", os.link, "soft", "default")
fact("by default not followed on Linux", os.path.islink("default"))
attempt("of what dangles, followed", lambda: os.link("dangling", "x", follow_symlinks=True))
attempt("of what dangles, not followed", lambda: os.link("dangling", "dangling-twin", follow_symlinks=False))
attempt("of a loop, followed", lambda: os.link("loop", "x", follow_symlinks=True))
os.mkfifo("fifo")
attempt("of a FIFO", os.link, "fifo", "fifo-twin")
attempt("bytes", os.link, b"file", b"bytes")
fd = os.open("file", os.O_RDONLY)
for name in ("file", "twin", "followed", "bytes"):
    fact(f"left before {name} goes", os.fstat(fd).st_nlink)
    os.unlink(name)
fact("without a name", os.fstat(fd).st_nlink, os.read(fd, 100))
os.mkdir("dir")
fact("a directory has two, and one for each below", os.stat("dir").st_nlink)
os.mkdir("dir/sub")
fact("with one below", os.stat("dir").st_nlink)
