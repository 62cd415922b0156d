"""flock(2), over the host: the C library's of this build answers without locking."""

import fcntl

from _pyrunner import call

__all__ = ["install"]

_flock = fcntl.flock


def flock(fd, operation, /) -> None:
    """Perform the lock operation on file descriptor fd."""
    _flock(fd, operation)  # checks its arguments
    call("locks.flock", fd if isinstance(fd, int) else fd.fileno(), operation)


def install() -> None:
    flock.__module__ = "fcntl"
    fcntl.flock = flock
