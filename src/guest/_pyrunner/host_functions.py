"""Functions of the system's C module that every platform takes from the host, and how the ones not offered refuse.

Signatures, defaults and errors are those of CPython's posixmodule.c.
"""

import sys
from _operator import index

from _pyrunner import call

__all__ = ["cpu_count", "directory", "encoded", "getpid", "getppid", "link", "refused"]

_AT_FDCWD = -100
_INT_MIN, _INT_MAX = -(1 << 31), (1 << 31) - 1


def encoded(path: object) -> bytes:
    """A path as the kernel takes it; of str, bytes or what has ``__fspath__``."""
    if not isinstance(path, (str, bytes)):
        from os import fspath

        path = fspath(path)
    encoded = path.encode("utf-8", sys.getfilesystemencodeerrors()) if isinstance(path, str) else path
    if b"\0" in encoded:
        raise ValueError("embedded null byte" if path is encoded else "embedded null character")
    return encoded


def directory(fd: int | None) -> int:
    """A ``dir_fd`` argument as the kernel takes it."""
    if fd is None:
        return _AT_FDCWD
    if not hasattr(fd, "__index__"):
        raise TypeError(f"argument should be integer or None, not {type(fd).__name__}")
    number = index(fd)
    if not _INT_MIN <= number <= _INT_MAX:
        raise OverflowError(f"fd is {'greater than maximum' if number > 0 else 'less than minimum'}")
    return number


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=(sys.platform != "linux")):
    """Create a hard link to a file."""
    sys.audit("os.link", src, dst, -1 if src_dir_fd is None else src_dir_fd, -1 if dst_dir_fd is None else dst_dir_fd)
    source, target = (directory(src_dir_fd), encoded(src)), (directory(dst_dir_fd), encoded(dst))
    call("files.link", *source, *target, bool(follow_symlinks), paths=(src, dst))


def getpid() -> int:
    """Return the current process id."""
    return call("identity.pids")[0]


def getppid() -> int:
    """Return the parent's process id."""
    return call("identity.pids")[1]


def cpu_count() -> int | None:
    """Return the number of logical CPUs in the system."""
    said = sys._get_cpu_count_config()  # by -X cpu_count
    return said if said > 0 else call("identity.cpus")


def refused(name: str, why: str):
    """A function of this name that raises OSError with its reason."""
    def refuse(*args, **kwargs):
        import errno
        raise OSError(errno.ENOTSUP, why)

    refuse.__name__ = refuse.__qualname__ = name
    refuse.__doc__ = f"Not offered: {why}."
    return refuse
