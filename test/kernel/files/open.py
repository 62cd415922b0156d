"""The flags of open(2): creating, excluding, truncating, not following, directories only, nameless files, paths only."""

import os
import stat

from facts import attempt, fact


def tried(name: str, path: object, flags: int, mode: int = 0o666) -> None:
    def call():
        fd = os.open(path, flags, mode)
        try:
            info = os.fstat(fd)
            return stat.filemode(info.st_mode), info.st_size if stat.S_ISREG(info.st_mode) else None
        finally:
            os.close(fd)

    attempt(name, call)


tried("absent", "absent", os.O_RDONLY)
tried("absent, exclusively but not created", "absent", os.O_RDONLY | os.O_EXCL)
tried("created", "file", os.O_WRONLY | os.O_CREAT)
with open("file", "w") as stream:
    stream.write("content")
tried("exists, O_EXCL", "file", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
tried("exists, mode is not looked at", "file", os.O_WRONLY | os.O_CREAT, 0)
tried("O_TRUNC", "file", os.O_WRONLY | os.O_TRUNC)
with open("file", "w") as stream:
    stream.write("content")
tried("O_TRUNC with O_RDONLY", "file", os.O_RDONLY | os.O_TRUNC)
tried("modes", "modes", os.O_WRONLY | os.O_CREAT, 0o7777)
tried("no modes at all", "closed", os.O_RDWR | os.O_CREAT, 0)
tried("created for reading", "for-reading", os.O_RDONLY | os.O_CREAT, 0o400)

os.mkdir("dir")
os.symlink("file", "link")
os.symlink("dir", "dirlink")
os.symlink("nowhere", "dangling")
os.symlink("dangling", "chain")
os.symlink("loop", "loop")
os.mkfifo("fifo")
for name, path in (
    ("file", "file"),
    ("dir", "dir"),
    ("link", "link"),
    ("dirlink", "dirlink"),
    ("dangling", "dangling"),
    ("loop", "loop"),
    ("fifo", "fifo"),
    ("null", "/dev/null"),
):
    for words, flags in (
        ("O_RDONLY", os.O_RDONLY),
        ("O_DIRECTORY", os.O_RDONLY | os.O_DIRECTORY),
        ("O_NOFOLLOW", os.O_RDONLY | os.O_NOFOLLOW),
        ("O_PATH", os.O_PATH),
        ("O_PATH O_NOFOLLOW", os.O_PATH | os.O_NOFOLLOW),
        ("O_PATH O_DIRECTORY", os.O_PATH | os.O_DIRECTORY),
        ("O_WRONLY", os.O_WRONLY),
        ("O_CREAT O_EXCL", os.O_RDWR | os.O_CREAT | os.O_EXCL),
        ("O_CREAT O_DIRECTORY", os.O_RDONLY | os.O_CREAT | os.O_DIRECTORY),
        ("O_TRUNC", os.O_WRONLY | os.O_TRUNC),
    ):
        if name != "dangling" or "CREAT" not in words:
            tried(f"{name} {words}", path, flags | os.O_NONBLOCK)
fact("through what dangles nothing was made", os.path.lexists("nowhere"))
tried("a chain that dangles, O_EXCL", "chain", os.O_RDWR | os.O_CREAT | os.O_EXCL)
tried("a chain that dangles, created", "chain", os.O_RDWR | os.O_CREAT, 0o640)
fact("made where the chain ends", oct(os.stat("nowhere").st_mode))

for path in (
    "",
    "file/",
    "file/below",
    "dir/",
    "dir/../file",
    "dir/.",
    "link/",
    "absent/",
    "absent/file",
    "loop/file",
    "./file",
    "//file",
):
    tried(f"the path {path!r}", path, os.O_RDONLY)
for path in ("new/", "dir/new/", "dir/new", "dir/", "."):
    tried(f"creating {path!r}", path, os.O_WRONLY | os.O_CREAT)
tried("a name of 255 bytes", "n" * 255, os.O_WRONLY | os.O_CREAT)
tried("a name of 256 bytes", "n" * 256, os.O_WRONLY | os.O_CREAT)
tried("a path of 4095 bytes", "./" * 2045 + "./dir", os.O_RDONLY)
tried("a path of 4096 bytes", "./" * 2045 + "././dr", os.O_RDONLY)

nameless = os.open(".", os.O_TMPFILE | os.O_RDWR, 0o600)
os.write(nameless, b"nowhere to be seen")
fact("O_TMPFILE", stat.filemode(os.fstat(nameless).st_mode), os.fstat(nameless).st_nlink, os.pread(nameless, 7, 0))
tried("O_TMPFILE for reading only", ".", os.O_TMPFILE | os.O_RDONLY)
tried("O_TMPFILE on a file", "file", os.O_TMPFILE | os.O_RDWR)
tried("flags that no system knows", "file", os.O_RDONLY | 1 << 30)
tried("the access mode 3", "file", os.O_WRONLY | os.O_RDWR)
tried("O_DIRECT", "file", os.O_RDONLY | os.O_DIRECT)
tried("O_NOATIME", "file", os.O_RDONLY | os.O_NOATIME)
tried("O_SYNC", "file", os.O_WRONLY | os.O_SYNC)
