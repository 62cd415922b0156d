"""flock(2): whole files are locked against other descriptions, here and in other processes."""

import fcntl
import os


def attempt(what, operation):
    try:
        print(what, operation())
    except OSError as error:
        print(what, type(error).__name__, error)


mine, other = open("locked", "w"), open("locked")
attempt("exclusive", lambda: fcntl.flock(mine, fcntl.LOCK_EX))
attempt("again", lambda: fcntl.flock(mine, fcntl.LOCK_EX | fcntl.LOCK_NB))
attempt("shared by another description", lambda: fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB))
print("in another process", os.system("flock -n locked true") >> 8)
attempt("shared", lambda: fcntl.flock(mine, fcntl.LOCK_SH))
attempt("shared by both", lambda: fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB))
attempt("unlock", lambda: fcntl.flock(mine.fileno(), fcntl.LOCK_UN))
print("still", os.system("flock -n locked true") >> 8)
other.close()
print("closed", os.system("flock -n locked true") >> 8)
os.system("flock locked sleep 0.4 & sleep 0.1")
attempt("waits for another process", lambda: fcntl.flock(mine, fcntl.LOCK_EX))
attempt("no such descriptor", lambda: fcntl.flock(99, fcntl.LOCK_EX))
attempt("no such operation", lambda: fcntl.flock(mine, 64))
