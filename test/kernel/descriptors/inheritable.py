"""Descriptors are made close-on-exec; the flag belongs to the number, and a child gets what is inheritable."""

import fcntl
import os

from facts import attempt, fact


def flag(fd: int) -> int:
    return fcntl.fcntl(fd, fcntl.F_GETFD)


for fd in (0, 1, 2):
    fact(f"standard stream {fd}", os.get_inheritable(fd))
fd = os.open("file", os.O_RDWR | os.O_CREAT, 0o600)
fact("after open", os.get_inheritable(fd), flag(fd))
with open("file") as stream:
    fact("after the built-in open", os.get_inheritable(stream.fileno()))
os.set_inheritable(fd, True)
fact("set", os.get_inheritable(fd), flag(fd))
fact("a copy has its own flag", os.get_inheritable(os.dup(fd)), os.get_inheritable(fd))
os.set_inheritable(fd, False)
fact("taken back", os.get_inheritable(fd), flag(fd))
attempt("F_SETFD", fcntl.fcntl, fd, fcntl.F_SETFD, 0)
fact("by fcntl", os.get_inheritable(fd))
attempt("F_SETFD with other bits", fcntl.fcntl, fd, fcntl.F_SETFD, 0xFF)
fact("only one bit counts", flag(fd))
attempt("of a closed number", os.get_inheritable, 99)
attempt("set of a closed number", os.set_inheritable, 99, True)

os.dup2(fd, 8)
os.dup2(fd, 9, inheritable=False)
fact("the child writes to what it inherits", os.system("echo inherited >&8") == 0)
fact("and not to what it does not", os.system("echo lost 2>/dev/null >&9") == 0)
fact("the file", open("file").read())
