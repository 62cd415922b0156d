"""Record locks: parts of files are locked against other processes."""

import fcntl
import os
import subprocess

TRY = (
    "import fcntl, sys; kind, *place = map(int, sys.argv[1:]); file = open('locked', 'r+')\n"
    "try: fcntl.lockf(file, kind | fcntl.LOCK_NB, *place)\n"
    "except OSError as error: print(type(error).__name__, error)\n"
    "else: print('free')"
)
HOLD = (
    "import fcntl, time; file = open('locked', 'r+'); fcntl.lockf(file, fcntl.LOCK_EX, 10, 200)\n"
    "print('held', flush=True); time.sleep(0.5)"
)


def attempt(what, operation):
    try:
        print(what, operation())
    except (OSError, ValueError) as error:
        print(what, type(error).__name__, error)


def elsewhere(kind, *place):
    words = ["/usr/bin/python3", "-c", TRY, *map(str, (kind, *place))]
    return subprocess.run(words, capture_output=True, text=True).stdout.strip()


mine = open("locked", "w+")
mine.write("x" * 100)
mine.flush()
attempt("exclusive", lambda: fcntl.lockf(mine, fcntl.LOCK_EX, 10, 20))
attempt("again", lambda: fcntl.lockf(mine, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 20))
print("there", elsewhere(fcntl.LOCK_SH, 5, 25))
print("before", elsewhere(fcntl.LOCK_EX, 20, 0), "behind", elsewhere(fcntl.LOCK_EX, 0, 30))
attempt("shared", lambda: fcntl.lockf(mine, fcntl.LOCK_SH, 10, 20))
print("shared", elsewhere(fcntl.LOCK_SH, 10, 20), "exclusive", elsewhere(fcntl.LOCK_EX, 10, 20))
attempt("unlock", lambda: fcntl.lockf(mine.fileno(), fcntl.LOCK_UN))
print("unlocked", elsewhere(fcntl.LOCK_EX))
mine.seek(50)
attempt("from here on", lambda: os.lockf(mine.fileno(), os.F_TLOCK, 10))
print("there", elsewhere(fcntl.LOCK_EX, 1, 50), "behind", elsewhere(fcntl.LOCK_EX, 1, 60))
attempt("unlock", lambda: os.lockf(mine.fileno(), os.F_ULOCK, 0))
with subprocess.Popen(["/usr/bin/python3", "-c", HOLD], stdout=subprocess.PIPE) as holder:
    holder.stdout.readline()
    mine.seek(200)
    attempt("tested", lambda: os.lockf(mine.fileno(), os.F_TEST, 1))
    attempt("tried", lambda: fcntl.lockf(mine, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 205))
    attempt("waits for another process", lambda: fcntl.lockf(mine, fcntl.LOCK_EX, 1, 205))
attempt("tested", lambda: os.lockf(mine.fileno(), os.F_TEST, 1))
mine.close()
print("closed", elsewhere(fcntl.LOCK_EX))
with open("locked") as reader:
    attempt("exclusive of what is only read", lambda: fcntl.lockf(reader, fcntl.LOCK_EX))
    attempt("no such operation", lambda: fcntl.lockf(reader, 0))
attempt("no such descriptor", lambda: fcntl.lockf(99, fcntl.LOCK_EX))
