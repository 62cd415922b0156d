"""rename and replace: over files, links and directories, into and onto what refuses."""

import os

from facts import attempt, fact


def fill(name: str) -> None:
    with open(name, "w") as stream:
        stream.write(name)


for name in ("a", "b", "c"):
    fill(name)
for name in ("empty", "empty2", "full", "deep"):
    os.mkdir(name)
fill("full/inside")
os.makedirs("deep/er")
os.symlink("c", "link")
os.symlink("empty", "dirlink")
os.symlink("nowhere", "dangling")
inode = os.stat("a").st_ino

attempt("over a file", os.rename, "a", "b")
fact("the same inode", os.stat("b").st_ino == inode, open("b").read())
attempt("what is gone", os.rename, "a", "b")
attempt("onto itself", os.rename, "b", "b")
os.link("b", "twin")
attempt("onto another name of the same file", os.rename, "b", "twin")
fact("both names stay", os.path.exists("b"), os.stat("b").st_nlink)
attempt("a file onto a directory", os.rename, "b", "empty")
attempt("a directory onto a file", os.rename, "empty", "b")
attempt("a directory onto an empty one", os.rename, "empty", "empty2")
attempt("a directory onto a full one", os.rename, "empty2", "full")
attempt("a full directory onto an empty one", os.rename, "full", "empty2")
fact("it moved with its content", os.listdir("empty2"))
attempt("into itself", os.rename, "deep", "deep/er/deeper")
attempt("a parent onto its child", os.rename, "deep", "deep/er")
attempt("a child onto its parent", os.rename, "deep/er", "deep")
attempt("a link is moved, not followed", os.rename, "link", "link2")
fact("it still names", os.readlink("link2"))
attempt("onto a link replaces the link", os.rename, "twin", "link2")
fact("the target stays", open("c").read(), os.path.islink("link2"))
attempt("a dangling link", os.rename, "dangling", "dangling2")
attempt("a link to a directory onto a directory", os.rename, "dirlink", "deep/er")
attempt("a file with a slash behind it", os.rename, "c", "d/")
attempt("a directory with a slash behind it", os.rename, "deep/", "deep2/")
attempt("below what is no directory", os.rename, "c", "b/x")
attempt("below what is absent", os.rename, "c", "absent/x")
attempt("from below a file", os.rename, "b/x", "c")
attempt("an empty name", os.rename, "", "x")
attempt("to an empty name", os.rename, "c", "")
attempt("the current directory", os.rename, ".", "x")
attempt("onto the current directory", os.rename, "deep2", ".")
attempt("the parent", os.rename, "..", "x")
attempt("a name too long", os.rename, "c", "n" * 256)
attempt("a path too long", os.rename, "c", "./" * 2100)
attempt("to another file system", os.rename, "c", "/proc/c")
attempt("from another file system", os.rename, "/proc/version", "version")
attempt("replace", os.replace, "c", "b")
attempt("replace of what is absent", os.replace, "c", "b")
attempt("bytes", os.rename, b"b", b"bytes")
attempt("text and bytes", os.rename, "bytes", b"mixed")
attempt("no path", os.rename, 3, "x")
attempt("a NUL inside", os.rename, "mixed", "a\0b")
open_file = open("mixed")
attempt("what is open", os.rename, "mixed", "moved")
fact("still readable", open_file.read())
fact("left", sorted(os.listdir(".")))
