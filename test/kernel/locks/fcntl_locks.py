"""Record locks by fcntl(2) itself: struct flock there and back."""

import errno
import fcntl
import os
import struct
import subprocess

LAYOUT = "=hh4xqqi4x"
TRY = (
    "import fcntl, sys; length, start = map(int, sys.argv[1:]); file = open('locked', 'r+')\n"
    "try: fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)\n"
    "except OSError as error: print(type(error).__name__)\n"
    "else: print('free')"
)
HOLD = (
    "import fcntl, sys; file = open('locked', 'r+'); fcntl.lockf(file, fcntl.LOCK_EX, 7, 3)\n"
    "print('held', flush=True); sys.stdin.read()"
)


def lock(kind, start=0, length=0, whence=0):
    return struct.pack(LAYOUT, kind, whence, start, length, 0)


def attempt(what, command, argument, file=None):
    try:
        answer = struct.unpack(LAYOUT, fcntl.fcntl(mine if file is None else file, command, argument))
        print(what, answer[:4], answer[4] in (0, holder.pid))
    except OSError as error:
        print(what, type(error).__name__, errno.errorcode[error.errno])


def elsewhere(length=0, start=0):
    words = ["/usr/bin/python3", "-c", TRY, str(length), str(start)]
    return subprocess.run(words, capture_output=True, text=True).stdout.strip()


with open("locked", "w") as file:
    file.write("x" * 100)
mine = open("locked", "r+")
holder = subprocess.Popen(["/usr/bin/python3", "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
holder.stdout.readline()
attempt("held by another", fcntl.F_SETLK, lock(fcntl.F_RDLCK))
attempt("by whom, and where", fcntl.F_GETLK, lock(fcntl.F_RDLCK))
attempt("beside it", fcntl.F_GETLK, lock(fcntl.F_RDLCK, 50, 2, os.SEEK_CUR))
holder.communicate()
attempt("a part", fcntl.F_SETLK, lock(fcntl.F_WRLCK, 10, 5))
print("there", elsewhere(5, 10), "before", elsewhere(5, 0))
attempt("one's own is not in the way", fcntl.F_GETLK, lock(fcntl.F_WRLCK, 10, 5))
attempt("unlocked", fcntl.F_SETLKW, lock(fcntl.F_UNLCK))
print("there", elsewhere())
attempt("of an open file", fcntl.F_OFD_SETLK, lock(fcntl.F_RDLCK))
print("there", elsewhere())
attempt("no more", fcntl.F_OFD_SETLK, lock(fcntl.F_UNLCK))
attempt("no such type", fcntl.F_SETLK, lock(9))
attempt("no such place", fcntl.F_SETLK, lock(fcntl.F_WRLCK, 0, 0, 7))
attempt("of what is only read", fcntl.F_SETLK, lock(fcntl.F_WRLCK), open("locked"))
attempt("no such descriptor", fcntl.F_SETLK, lock(fcntl.F_WRLCK), 99)
# The documentation's own example, whose longs are those of the interpreter.
answer = fcntl.fcntl(mine, fcntl.F_SETLKW, struct.pack("hhllhh", fcntl.F_WRLCK, 0, 0, 0, 0, 0))
print("with longs", struct.unpack("hhll", answer[: struct.calcsize("hhll")]), elsewhere())
