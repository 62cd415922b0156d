"""utime sets both times to the nanosecond, on files, directories, links and numbers, before 1970 and far from now."""

import os

from facts import attempt, fact

S = 10**9


def utime(*args: object, **options: object) -> None:
    """os.utime without the name in its error, which CPython has added since 3.11."""
    try:
        os.utime(*args, **options)
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None


def times(name: str) -> tuple:
    info = os.lstat(name)
    return info.st_atime_ns, info.st_mtime_ns


open("file", "w").close()
os.mkdir("dir")
os.symlink("file", "link")
os.symlink("nowhere", "dangling")
for ns in (
    (0, 0),
    (1, 2),
    (123456789, 987654321),
    (1234567890123456789, 1000000000000000001),
    (1500000000 * S + 1, 1500000000 * S + 999999999),
    (-1, -1),
    (-S, -2 * S + 1),
    (4102444800 * S + 5, 2**31 * S),
    (2**32 * S + 7, 2**33 * S + 8),
):
    attempt(f"ns={ns}", lambda ns=ns: utime("file", ns=ns))
    fact("times", times("file"))
attempt("seconds", utime, "file", (1000000000, 1000000001))
fact("times", times("file"))
attempt("fractions", utime, "file", (1000000000.25, 1000000001.123456789))
fact("times", times("file"))
attempt("fractions before 1970", utime, "file", (-1.5, -0.25))
fact("times", times("file"), os.stat("file").st_mtime, os.stat("file").st_atime)
os.utime("file", ns=(11, 22))
before = os.stat("dir").st_mtime_ns
attempt("now", utime, "file")
fact("is now", all(before - S < time < before + 60 * S for time in times("file")), times("file")[0] - times("file")[1])
attempt("None", utime, "file", None)
attempt("a directory", lambda: utime("dir", ns=(3, 4)))
fact("times", times("dir"))
attempt("through a link", lambda: utime("link", ns=(5, 6)))
fact("times", times("file"), times("link")[1] > 10)
attempt("not through a link", lambda: utime("link", ns=(7007007007, 8008008008), follow_symlinks=False))
fact("times", times("file"), times("link"))
attempt("what dangles, not followed", lambda: utime("dangling", ns=(9000000009, 10000000010), follow_symlinks=False))
fact("times", times("dangling"))
attempt("what dangles", utime, "dangling")
fd = os.open("file", os.O_RDONLY)
attempt("by number", lambda: utime(fd, ns=(11, 12)))
fact("times", times("file"))
attempt("a closed number", utime, 99)
attempt("absent", utime, "absent")
attempt("absent, with times", utime, "absent", (1, 2))
attempt("an empty path", utime, "")
attempt("below a file", utime, "file/x")
attempt("a name too long", utime, "n" * 256)
attempt("a path too long", utime, "./" * 2100)
attempt("a tuple too short", utime, "file", (1,))
attempt("both ways", lambda: utime("file", (1, 2), ns=(1, 2)))
attempt("text", utime, "file", ("1", "2"))
attempt("too far", lambda: utime("file", ns=(0, 2**63 * S)))
os.utime("file", ns=(100, 200))
with open("file", "a") as stream:
    stream.write("x")
fact("a write moves only the modification time", times("file")[0], times("file")[1] > 200)
os.chmod("file", 0)
attempt("whatever the modes", lambda: utime("file", ns=(1, 2)))
fact("times", times("file"))
