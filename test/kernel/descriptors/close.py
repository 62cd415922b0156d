"""A closed number is no descriptor, for any call; closerange closes what there is."""

import io
import os

from facts import attempt, fact

fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
attempt("close", os.close, fd)
attempt("close again", os.close, fd)
attempt("close of a negative number", os.close, -1)
attempt("close of a large number", os.close, 1 << 20)
for name, call in (
    ("read", lambda: os.read(fd, 1)),
    ("read of nothing", lambda: os.read(fd, 0)),
    ("write", lambda: os.write(fd, b"x")),
    ("write of nothing", lambda: os.write(fd, b"")),
    ("fstat", lambda: os.fstat(fd)),
    ("isatty", lambda: os.isatty(fd)),
    ("ftruncate", lambda: os.ftruncate(fd, 0)),
    ("fsync", lambda: os.fsync(fd)),
    ("fchmod", lambda: os.fchmod(fd, 0o600)),
    ("listdir", lambda: os.listdir(fd)),
    ("fdopen", lambda: os.fdopen(fd)),
    ("FileIO", lambda: io.FileIO(fd)),
    ("open", lambda: open(fd)),
):
    attempt(f"{name} of a closed number", call)

numbers = [os.open("file", os.O_RDONLY) for _ in range(5)]
fact("consecutive", [number - numbers[0] for number in numbers])
os.close(numbers[1])
os.close(numbers[3])
again = [os.open("file", os.O_RDONLY) for _ in range(3)]
fact("the lowest free ones first", [number - numbers[0] for number in again])
os.closerange(numbers[0], numbers[0] + 3)
fact(
    "left after closerange",
    [
        os.path.sameopenfile(number, again[2]) if _ == 4 else _
        for _, number in enumerate(numbers)
        if number not in range(numbers[0], numbers[0] + 3)
    ],
)
attempt("closerange over nothing", os.closerange, 500, 600)
attempt("closerange backwards", os.closerange, 600, 500)

stream = open("file", "w")
os.close(stream.fileno())
stream.write("lost")
attempt("flush of a stream whose number was closed", stream.flush)
try:
    stream.close()
except OSError as error:
    fact("its close", type(error).__name__)
fact("the file", os.path.getsize("file"))
