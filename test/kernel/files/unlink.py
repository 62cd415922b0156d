"""unlink and remove: the name goes at once, the file when nobody has it open."""

import os

from facts import attempt, fact

for name in ("file", "read-only", "link-target"):
    with open(name, "w") as stream:
        stream.write(name)
os.chmod("read-only", 0)
os.mkdir("dir")
os.symlink("link-target", "link")
fd = os.open("file", os.O_RDWR)
attempt("unlink of what is open", os.unlink, "file")
fact("still there for who has it", os.read(fd, 10), os.fstat(fd).st_nlink, os.fstat(fd).st_size)
os.write(fd, b" more")
fact("and can be written", os.pread(fd, 20, 0))
attempt("its name is gone", os.stat, "file")
attempt("again", os.unlink, "file")
attempt("modes of the file do not matter", os.remove, "read-only")
attempt("a directory", os.unlink, "dir")
attempt("a directory with a slash", os.unlink, "dir/")
attempt("the current directory", os.unlink, ".")
attempt("a link", os.unlink, "link")
fact("its target stays", open("link-target").read())
attempt("a file with a slash", os.unlink, "link-target/")
attempt("below a file", os.unlink, "link-target/x")
attempt("an empty path", os.unlink, "")
attempt("a name too long", os.unlink, "n" * 256)
attempt("a path too long", os.unlink, "./" * 2100)
attempt("in /proc", os.unlink, "/proc/version")
attempt("a device that is not there", os.unlink, "/dev/absent")
attempt("a NUL inside", os.unlink, "a\0b")
attempt("a number", os.unlink, 3)
attempt("as a directory", lambda: os.rmdir("link-target"))
attempt("rmdir of a directory", os.rmdir, "dir")
attempt("bytes", os.unlink, b"link-target")
fact("left", os.listdir("."))
