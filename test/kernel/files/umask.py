"""The guest's umask: asked, set, and taken from the modes of everything that is made."""

import os
import stat
import tempfile

from facts import attempt, fact


def made() -> dict:
    """Modes of one of each kind, made under the present mask."""
    os.close(os.open("file", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o7777))
    open("stream", "x").close()
    os.mkdir("dir", 0o1777)
    os.makedirs("deep/er")
    os.mkfifo("fifo", 0o777)
    os.mknod("node", 0o777 | stat.S_IFREG)
    os.symlink("x", "link")
    os.system("echo > child; umask > mask")
    nameless = os.open(".", os.O_TMPFILE | os.O_RDWR, 0o777)
    modes = {
        name: oct(stat.S_IMODE(os.lstat(name).st_mode))
        for name in ("file", "stream", "dir", "deep/er", "fifo", "node", "link", "child")
    }
    modes["nameless"] = oct(stat.S_IMODE(os.fstat(nameless).st_mode))
    modes["of the child"] = open("mask").read()
    os.close(nameless)
    os.system("rm -rf file stream dir deep fifo node link child mask")
    return modes


inherited = os.umask(0o123)
fact("inherited", oct(inherited))
fact("set", oct(os.umask(inherited)))
fact("under what was inherited", made())
for mask in (0, 0o022, 0o077, 0o777, 0o002, 0o444):
    os.umask(mask)
    fact(oct(mask), made())
attempt("bits beyond the nine", lambda: oct(os.umask(0o7022)))
fact("are dropped", oct(os.umask(0o022)))
attempt("a negative mask", lambda: oct(os.umask(-1)))
fact("is all ones", oct(os.umask(0o022)))
os.umask(0)
os.close(os.open("old", os.O_CREAT | os.O_WRONLY, 0o640))
os.umask(0o777)
os.close(os.open("old", os.O_CREAT | os.O_WRONLY, 0o777))
fact("what exists keeps its mode", oct(os.stat("old").st_mode))
os.chmod("old", 0o777)
fact("chmod knows no mask", oct(os.stat("old").st_mode))
os.umask(0)
handle, name = tempfile.mkstemp(dir=".")
fact("mkstemp", oct(os.stat(name).st_mode), oct(os.stat(tempfile.mkdtemp(dir=".")).st_mode))
