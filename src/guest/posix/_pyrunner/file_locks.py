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
from _pyrunner.refusals import NO_FLOCK, NO_RECORD_LOCKS, explain

__all__ = ["install"]

_flock, _fcntl = fcntl.flock, fcntl.fcntl


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
    if how == "GETLK" and found[0] != fcntl.F_UNLCK:
        raise PermissionError(errno.EACCES, posix.strerror(errno.EACCES))


_SEEK_CUR = 1
_COMMANDS = {
    posix.F_ULOCK: ("SETLK", fcntl.F_UNLCK),
    posix.F_LOCK: ("SETLKW", fcntl.F_WRLCK),
    posix.F_TLOCK: ("SETLK", fcntl.F_WRLCK),
    posix.F_TEST: ("GETLK", fcntl.F_RDLCK),
}


def fcntl_with_locks(fd, cmd, arg=0, /):
    """Perform the operation cmd on file descriptor fd."""
    if cmd not in _LOCK_COMMANDS or isinstance(arg, int):
        return _fcntl(fd, cmd, arg)
    from struct import calcsize, pack_into, unpack_from

    lock = bytearray(arg.encode() if isinstance(arg, str) else arg)
    if len(lock) > _LONGEST_ARGUMENT:
        raise ValueError("fcntl argument 3 is too long")
    layout = next((each for each in _FLOCK if len(lock) >= calcsize(each)), None)
    if layout is None:
        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    _fcntl(fd, fcntl.F_GETFD)  # checks the descriptor
    sys.audit("fcntl.fcntl", fd, cmd, arg)
    number = fd if isinstance(fd, int) else fd.fileno()
    kind, whence, start, length = unpack_from(layout, lock)
    found = call("locks.record", number, _LOCK_COMMANDS[cmd], kind, whence, start, length)
    if _LOCK_COMMANDS[cmd] == "GETLK":
        kind, whence, start, length, pid = found
        pack_into(layout, lock, 0, kind, *((whence, start, length) if kind != fcntl.F_UNLCK else unpack_from(layout, lock)[1:]))
        if kind != fcntl.F_UNLCK and len(lock) >= calcsize(layout + "i"):
            pack_into("=i", lock, calcsize(layout), pid)
    return bytes(lock)


_LONGEST_ARGUMENT = 1024  # Modules/fcntlmodule.c
# struct flock up to its l_pid, of this C library and of 64-bit systems, and as older 32-bit programs have it.
_FLOCK = ("=hh4xqq", "=hhii")
_COMMAND_NAMES = ("GETLK", "SETLK", "SETLKW")
# By the numbers of 64-bit systems, of this C library, and of locks of open files, which all are here: fcntl(2).
_LOCK_COMMANDS = {first + at: name for first in (5, fcntl.F_GETLK, fcntl.F_OFD_GETLK) for at, name in enumerate(_COMMAND_NAMES)}


def install() -> None:
    import os

    lockf_of_os.__name__ = lockf_of_os.__qualname__ = "lockf"
    fcntl_with_locks.__name__ = fcntl_with_locks.__qualname__ = "fcntl"
    explained, explained_of_os = explain(lockf, NO_RECORD_LOCKS), explain(lockf_of_os, NO_RECORD_LOCKS)
    explained_fcntl = explain(fcntl_with_locks, NO_RECORD_LOCKS)
    for module, function in (
        (fcntl, explain(flock, NO_FLOCK)), (fcntl, explained), (fcntl, explained_fcntl), (posix, explained_of_os),
    ):
        function.__module__ = module.__name__
        setattr(module, function.__name__, function)
    os.lockf = posix.lockf
