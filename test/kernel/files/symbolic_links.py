"""Symbolic links: any text as target, chains, loops, and the calls that follow them or do not."""

import os
import stat

from facts import attempt, fact

with open("file", "w") as stream:
    stream.write("content")
os.mkdir("dir")
for target, name in (
    ("file", "link"),
    ("dir", "dirlink"),
    ("nowhere", "dangling"),
    ("link", "chain"),
    ("a", "b"),
    ("b", "a"),
    ("./self", "self"),
    ("../" + os.path.basename(os.getcwd()) + "/file", "around"),
    ("/etc", "absolute"),
):
    os.symlink(target, name)
attempt("target", os.readlink, "link")
attempt("target as bytes", os.readlink, b"link")
fact("size is the target's length", os.lstat("around").st_size == len(os.readlink("around")))
fact("mode", stat.filemode(os.lstat("link").st_mode))
attempt("of a file", os.readlink, "file")
attempt("of a directory", os.readlink, "dir")
attempt("of what is absent", os.readlink, "absent")
attempt("below a file", os.readlink, "file/x")
attempt("with a slash behind it", os.readlink, "dirlink/")
attempt("a loop is still a link", os.readlink, "a")
attempt("an empty path", os.readlink, "")
attempt("stat of a loop", os.stat, "a")
attempt("stat of what names itself", os.stat, "self")
attempt("below a loop", os.stat, "a/x")
attempt("open of a loop", open, "a")
attempt("listdir of a loop", os.listdir, "b")
attempt("chdir to a loop", os.chdir, "b")
attempt("stat of what dangles", os.stat, "dangling")
attempt("lstat of it", lambda: stat.filemode(os.lstat("dangling").st_mode))
attempt("through a chain", lambda: open("chain").read())
attempt("around", lambda: open("around").read())
attempt("absolute", lambda: os.path.isdir("absolute"))
attempt("exists", lambda: [os.path.exists(name) for name in ("link", "dangling", "a")])
attempt("lexists", lambda: [os.path.lexists(name) for name in ("link", "dangling", "a", "absent")])
attempt("onto what exists", os.symlink, "x", "link")
attempt("onto what dangles", os.symlink, "x", "dangling")
attempt("in what is absent", os.symlink, "x", "absent/y")
attempt("an empty target", os.symlink, "", "empty")
attempt("an empty name", os.symlink, "x", "")
attempt("a name too long", os.symlink, "x", "n" * 256)
attempt("a target of 4095 bytes", lambda: os.symlink("t" * 4095, "far") or len(os.readlink("far")))
attempt("a target of 4096 bytes", os.symlink, "t" * 4096, "too-far")
attempt("through a target too long", os.stat, "far")
attempt("a target that is not UTF-8", lambda: os.symlink(b"\xff\xfe", "bytes") or (os.readlink("bytes"), os.readlink(b"bytes")))
attempt("target_is_directory says nothing", lambda: os.symlink("x", "y", True) or os.readlink("y"))
attempt("unlink takes the link", lambda: os.unlink("link") or os.path.exists("file"))
attempt("rmdir of a link to a directory", os.rmdir, "dirlink")
attempt("unlink of a link to a directory", lambda: os.unlink("dirlink") or os.path.exists("dir"))
previous = "file"
for number in range(45):
    os.symlink(previous, f"long{number}")
    previous = f"long{number}"
attempt("40 links in a row", lambda: open("long39").read())
attempt("41 links in a row", lambda: open("long40").read())
attempt("realpath", lambda: [os.path.relpath(os.path.realpath(name)) for name in ("long44", "chain", "dangling", "around")])
attempt("realpath of a loop", lambda: os.path.relpath(os.path.realpath("a")))
