"""flock(2) and record locks, over the host: the C library's flock of this build answers without locking.

A record lock belongs to the open file here, not to the process: it goes when that file is closed, whatever else is, and
the same process's other open files of this name are kept out as well.
"""

import errno
import fcntl
import posix
import sys
from _operator import index

from _pyrunner import call
from _pyrunner.refusals import NO_RECORD_LOCKS, explain

__all__ = ["install"]

_flock = fcntl.flock


def flock(fd, operation, /) -> None:
    """Perform the lock operation on file descriptor fd."""
    _flock(fd, operation)  # checks its arguments
    call("locks.flock", fd if isinstance(fd, int) else fd.fileno(), operation)


def lockf(fd, cmd, len=0, start=0, whence=0, /) -> None:
    """A wrapper around the fcntl() locking calls."""
    if cmd == fcntl.LOCK_UN:
        kind = fcntl.F_UNLCK
    elif cmd & fcntl.LOCK_SH:
        kind = fcntl.F_RDLCK
    elif cmd & fcntl.LOCK_EX:
        kind = fcntl.F_WRLCK
    else:
        raise ValueError("unrecognized lockf argument")
    fcntl.fcntl(fd, fcntl.F_GETFD)  # checks the descriptor
    sys.audit("fcntl.lockf", fd, cmd, len, start, whence)
    number = fd if isinstance(fd, int) else fd.fileno()
    call("locks.record", number, "SETLK" if cmd & (fcntl.LOCK_NB | fcntl.LOCK_UN) else "SETLKW", kind, whence, start, len)


def lockf_of_os(fd, command, length, /) -> None:
    """Apply, test or remove a POSIX lock on an open file descriptor."""
    sys.audit("os.lockf", fd, command, length)
    if command not in _COMMANDS:
        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    how, kind = _COMMANDS[command]
    found = call("locks.record", index(fd), how, kind, _SEEK_CUR, 0, index(length))
    if how == "GETLK" and found != fcntl.F_UNLCK:
        raise PermissionError(errno.EACCES, posix.strerror(errno.EACCES))


_SEEK_CUR = 1
_COMMANDS = {
    posix.F_ULOCK: ("SETLK", fcntl.F_UNLCK),
    posix.F_LOCK: ("SETLKW", fcntl.F_WRLCK),
    posix.F_TLOCK: ("SETLK", fcntl.F_WRLCK),
    posix.F_TEST: ("GETLK", fcntl.F_RDLCK),
}


def install() -> None:
    import os

    lockf_of_os.__name__ = lockf_of_os.__qualname__ = "lockf"
    explained, explained_of_os = explain(lockf, NO_RECORD_LOCKS), explain(lockf_of_os, NO_RECORD_LOCKS)
    for module, function in ((fcntl, flock), (fcntl, explained), (posix, explained_of_os)):
        function.__module__ = module.__name__
        setattr(module, function.__name__, function)
    os.lockf = posix.lockf
