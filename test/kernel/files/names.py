"""Names are bytes: not UTF-8, surrogateescape, control characters, 255 of them, and the same through every call."""

import os

from facts import attempt, fact

NAMES = (
    b"plain",
    b"two words",
    b"\xff\xfe",
    b"caf\xc3\xa9",
    b"caf\xe9",
    b"new\nline",
    b"tab\t",
    b"-dash",
    b"~",
    b"*?[",
    b"\\back\\slash",
    b"quote'\"",
    b"\x01\x7f",
    b"\xf0\x9f\x90\x8d",
    b"\xed\xa0\x80",
    b".hidden",
    b"trailing.",
    b" ",
    b"n" * 255,
    b"\xe2\x82\xac" * 85,
)
for name in NAMES:
    fd = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.write(fd, name)
    os.close(fd)
fact("as bytes", sorted(os.listdir(b".")) == sorted(NAMES))
fact("as text", sorted(os.listdir("."))[:18])
fact("text and bytes are the same names", sorted(map(os.fsencode, os.listdir("."))) == sorted(NAMES))
fact(
    "scandir",
    sorted(entry.name for entry in os.scandir(b".")) == sorted(NAMES),
    sorted(os.fsencode(entry.path) for entry in os.scandir(".")) == sorted(b"./" + name for name in NAMES),
)
fact("content by text names", all(open(name, "rb").read() == os.fsencode(name) for name in os.listdir(".")))
fact("walk", sorted(next(os.walk(b"."))[2]) == sorted(NAMES))

attempt("a lone surrogate that is no byte", open, "\ud800")
attempt("an error shows the name", open, "\udcff\udcfe-absent")
attempt("an error shows the bytes", os.stat, b"\xff-absent")
os.mkdir(b"dir\xff")
os.chdir(b"dir\xff")
fact("getcwd", os.path.basename(os.getcwd()), os.path.basename(os.getcwdb()))
os.chdir("..")
os.rename(b"\xff\xfe", b"dir\xff/\x80")
fact("renamed", os.listdir("dir\udcff"), os.listdir(b"dir\xff"))
os.symlink(b"\xfd", b"\xfc")
fact("readlink", os.readlink("\udcfc"), os.readlink(b"\xfc"))
os.link(b"caf\xe9", b"dir\xff/\xe9")
fact("link", os.stat(b"dir\xff/\xe9").st_nlink)
os.chmod(b"caf\xe9", 0o604)
os.utime(b"caf\xe9", ns=(1, 2))
fact("chmod and utime", oct(os.stat("caf\udce9").st_mode), os.stat("caf\udce9").st_mtime_ns)
attempt("mkfifo", lambda: os.mkfifo(b"fifo\xff"))
attempt("access", os.access, b"caf\xe9", os.R_OK)
attempt("truncate", os.truncate, b"caf\xe9", 1)
attempt("replace", os.replace, "caf\udce9", b"\xfe")
attempt("unlink", os.unlink, "\udcfe")
attempt("rmdir of what is full", os.rmdir, b"dir\xff")
attempt("realpath", lambda: os.path.basename(os.path.realpath(b"./dir\xff")))
attempt("a name of 256 bytes in 86 characters", lambda: open("\u20ac" * 85 + "x", "w"))
attempt("PathLike", lambda: os.stat(type("P", (), {"__fspath__": lambda self: b"caf\xc3\xa9"})()).st_size)
attempt("an int is no path for rename", os.rename, 1, 2)
attempt("a NUL", os.stat, b"a\0b")
