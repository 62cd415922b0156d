"""Listings: large directories in full, scandir's kinds and inodes, listings by number, what changes meanwhile."""

import os

from facts import attempt, fact

os.mkdir("large")
for number in range(5000):
    if number % 100 == 0:
        os.mkdir(f"large/{number:05}")
    elif number % 100 == 1:
        os.symlink("x", f"large/{number:05}")
    else:
        os.close(os.open(f"large/{number:05}", os.O_CREAT | os.O_WRONLY, 0o600))
names = os.listdir("large")
fact("5000 names", len(names), sorted(names) == [f"{number:05}" for number in range(5000)])
with os.scandir("large") as entries:
    entries = list(entries)
fact(
    "scandir",
    len(entries),
    sum(entry.is_dir(follow_symlinks=False) for entry in entries),
    sum(entry.is_symlink() for entry in entries),
    sum(entry.is_file(follow_symlinks=False) for entry in entries),
)
fact("inodes", all(entry.inode() == os.lstat(entry.path).st_ino for entry in entries))
fact("the same order again", names == os.listdir("large"), names == [entry.name for entry in entries])
with os.scandir("large") as entries:
    half = [next(entries).name for _ in range(2500)]
    for name in half:
        (os.rmdir if os.path.isdir(f"large/{name}") else os.unlink)(f"large/{name}")
    rest = [entry.name for entry in entries]
fact("what is removed while it is read", len(set(half) & set(rest)), len(rest) == 2500)
fact("left", len(os.listdir("large")))
os.system("rm -r large")

os.mkdir("kinds")
open("kinds/file", "w").close()
os.mkdir("kinds/dir")
os.mkfifo("kinds/fifo")
os.symlink("file", "kinds/link")
os.symlink("dir", "kinds/dirlink")
os.symlink("nowhere", "kinds/dangling")
for entry in sorted(os.scandir("kinds"), key=lambda entry: entry.name):
    fact(
        entry.name,
        entry.path,
        entry.is_file(),
        entry.is_dir(),
        entry.is_symlink(),
        entry.is_file(follow_symlinks=False),
        entry.is_dir(follow_symlinks=False),
        entry.stat(follow_symlinks=False).st_nlink,
        repr(entry),
    )
attempt("stat of what dangles", lambda: next(entry for entry in os.scandir("kinds") if entry.name == "dangling").stat())
fd = os.open("kinds", os.O_RDONLY)
fact("by number", sorted(os.listdir(fd)))
fact("by number again", sorted(os.listdir(fd)))
fact("scandir by number", sorted((entry.name, entry.path, entry.is_dir()) for entry in os.scandir(fd)))
fact("the number stays open", os.fstat(fd).st_nlink)
fact("as bytes", sorted(os.listdir(b"kinds")), sorted(entry.path for entry in os.scandir(b"kinds"))[:2])
attempt("by O_PATH", os.listdir, os.open("kinds", os.O_PATH))
attempt("a file", os.listdir, "kinds/file")
attempt("a file by number", os.listdir, os.open("kinds/file", os.O_RDONLY))
attempt("absent", os.listdir, "absent")
attempt("scandir of what is absent", os.scandir, "absent")
attempt("scandir of a file", os.scandir, "kinds/file")
attempt("an empty path", os.listdir, "")
attempt("a closed number", os.listdir, 99)
attempt("through a link", os.listdir, "kinds/dirlink")
attempt("with a slash behind it", lambda: sorted(os.listdir("kinds/"))[:2])
attempt("the paths of scandir with a slash", lambda: sorted(entry.path for entry in os.scandir("kinds/"))[:2])
attempt("a name too long", os.listdir, "n" * 256)
walked = [(root, sorted(dirs), sorted(files)) for root, dirs, files in os.walk("kinds")]
fact("walk", walked)
attempt("fwalk", lambda: [(root, sorted(dirs), sorted(files)) for root, dirs, files, _ in os.fwalk("kinds")])
fact(
    "/proc/self",
    "stat" in os.listdir("/proc/self"),
    any(entry.name == "self" and entry.is_symlink() for entry in os.scandir("/proc")),
)
iterator = os.scandir("kinds")
next(iterator)
iterator.close()
attempt("after close", next, iterator, "nothing more")
