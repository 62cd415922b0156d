"""Functions on files that the C module ``posix`` of this build lacks or has only in part, over the host.

Signatures, defaults and errors are those of CPython's posixmodule.c.
"""

import posix
import sys
from _operator import index

from _pyrunner import call
from _pyrunner.host_functions import directory as _dir, encoded as _path

__all__ = ["FUNCTIONS"]

_UNSET = object()
_S_IFMT, _S_IFREG = 0o170000, 0o100000
_BLOCK_BYTES = 65536
_TIME_MIN, _TIME_MAX = -(1 << 63), (1 << 63) - 1  # time_t
_access, _symlink, _utime, _dup2 = posix.access, posix.symlink, posix.utime, posix.dup2
_fpathconf, _pathconf = posix.fpathconf, posix.pathconf


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Create a "fifo" (a POSIX named pipe)."""
    call("files.mknod", _dir(dir_fd), _path(path), 0o010000 | (mode & 0o7777))


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    """Create a node in the file system: a FIFO or an empty regular file."""
    call("files.mknod", _dir(dir_fd), _path(path), mode)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Use the real uid/gid to test for access to a path."""
    if dir_fd is None and not effective_ids and follow_symlinks:
        return _access(path, mode)
    return call("files.access", _dir(dir_fd), _path(path), mode, bool(follow_symlinks))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    """Create a symbolic link pointing to src named dst."""
    if dir_fd is None:
        _symlink(src, dst, target_is_directory)
        return
    sys.audit("os.symlink", src, dst, dir_fd)
    call("files.symlink", _path(src), _dir(dir_fd), _path(dst), paths=(src, dst))


def utime(path, times=None, *, ns=_UNSET, dir_fd=None, follow_symlinks=True):
    """Set the access and modified time of path."""
    if isinstance(path, int):
        if not follow_symlinks or dir_fd is not None:
            raise ValueError("utime: cannot use fd and follow_symlinks or dir_fd together")
        _utime(path, times) if ns is _UNSET else _utime(path, times, ns=ns)
        return
    # The C function would go through utimes(2), which has microseconds only.
    if times is not None and ns is not _UNSET:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is not _UNSET:
        if type(ns) is not tuple or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        atime, mtime = map(_whole, ns)
    elif times is None:
        atime = mtime = None
    elif type(times) is not tuple or len(times) != 2:
        raise TypeError("utime: 'times' must be either a tuple of two ints or None")
    else:
        atime, mtime = map(_nanoseconds, times)
    if atime is not None and not all(_TIME_MIN <= each // 1_000_000_000 <= _TIME_MAX for each in (atime, mtime)):
        raise OverflowError("timestamp out of range for platform time_t")
    sys.audit("os.utime", path, times, None if ns is _UNSET else ns, -1 if dir_fd is None else dir_fd)
    call("files.utime", _dir(dir_fd), _path(path), atime, mtime, bool(follow_symlinks), paths=(path,))


def _whole(nanoseconds: int) -> int:
    """Modules/posixmodule.c, split_py_long_to_s_and_ns."""
    parts = divmod(nanoseconds, 1_000_000_000)
    if type(parts) is not tuple or len(parts) != 2:
        raise TypeError(f"{type(nanoseconds).__name__}.__divmod__() must return a 2-tuple, not {type(parts).__name__}")
    return parts[0] * 1_000_000_000 + parts[1]


def _nanoseconds(seconds: float) -> int:
    """Python/pytime.c, _PyTime_ObjectToTimespec, rounding down."""
    if isinstance(seconds, float):
        whole = seconds // 1
        return int(whole) * 1_000_000_000 + int((seconds - whole) * 1e9)
    return index(seconds) * 1_000_000_000


def set_inheritable(fd: int, inheritable: bool) -> None:
    """Set the inheritable flag of the specified file descriptor."""
    import fcntl

    posix.fstat(fd)  # as in _status_flags
    flags = fcntl.fcntl(fd, fcntl.F_GETFD)
    fcntl.fcntl(fd, fcntl.F_SETFD, flags & ~fcntl.FD_CLOEXEC if inheritable else flags | fcntl.FD_CLOEXEC)


def dup2(fd: int, fd2: int, inheritable: bool = True) -> int:
    """Duplicate file descriptor."""
    result = _dup2(fd, fd2)
    if not inheritable:
        set_inheritable(result, False)
    return result


def fpathconf(fd: int, name):
    """Return the configuration limit name for the file descriptor fd."""
    posix.fstat(fd)  # the C function asks nobody whether it is open
    return _fpathconf(fd, name)


def pathconf(path, name):
    """Return the configuration limit name for the file or directory path."""
    if not isinstance(path, int):
        return _pathconf(path, name)
    try:
        return fpathconf(path, name)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None


def preadv(fd: int, buffers, offset: int, flags: int = 0) -> int:
    """Read from a file descriptor into a number of mutable bytes-like objects."""
    _check_total(buffers)
    if offset == -1:  # preadv2(2): wherever the file is
        return posix.readv(fd, buffers)
    total = 0
    for buffer in map(memoryview, buffers):
        data = posix.pread(fd, buffer.nbytes, offset + total)
        buffer.cast("B")[: len(data)] = data
        total += len(data)
        if len(data) < buffer.nbytes:
            break
    return total


def pwritev(fd: int, buffers, offset: int, flags: int = 0) -> int:
    """Write the contents of bytes-like objects to a file descriptor at a given offset."""
    _check_total(buffers)
    if offset == -1:
        return posix.writev(fd, buffers)
    return posix.pwrite(fd, b"".join(buffers), offset)


def _check_total(buffers) -> None:
    """readv(2): the lengths together are no ssize_t."""
    if sum(memoryview(buffer).nbytes for buffer in buffers) > 0x7FFFFFFF:
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))


def posix_fallocate(fd: int, offset: int, length: int) -> None:
    """Ensure a file has allocated at least a particular number of bytes on disk."""
    import errno

    if offset < 0 or length <= 0:
        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    if _status_flags(fd) & posix.O_ACCMODE == posix.O_RDONLY:
        raise OSError(errno.EBADF, posix.strerror(errno.EBADF))
    size = posix.fstat(fd).st_size  # as glibc where the file system cannot: the size grows, blocks come when written
    posix.ftruncate(fd, max(size, offset + length))


def _status_flags(fd: int) -> int:
    import fcntl

    posix.fstat(fd)  # the answer for what is no descriptor; fcntl has one of its own for negative numbers
    return fcntl.fcntl(fd, fcntl.F_GETFL)


def lchown(path, uid, gid):
    """Change the owner and group id of path, without following symbolic links."""
    posix.chown(path, uid, gid, follow_symlinks=False)


def sendfile(out_fd, in_fd, offset, count):
    """Copy count bytes from file descriptor in_fd to file descriptor out_fd."""
    import errno

    if (offset is not None and offset < 0) or _status_flags(out_fd) & posix.O_APPEND:
        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    if posix.fstat(out_fd).st_mode & _S_IFMT == _S_IFREG:
        return call("files.sendfile", out_fd, in_fd, offset, count)
    # What comes out of a pipe or a socket: a block that the other end may take in parts.
    start = posix.lseek(in_fd, 0, posix.SEEK_CUR) if offset is None else offset
    sent = posix.write(out_fd, posix.pread(in_fd, min(count, _BLOCK_BYTES), start))
    if offset is None:
        posix.lseek(in_fd, start + sent, posix.SEEK_SET)
    return sent


FUNCTIONS = (
    mkfifo, mknod, access, symlink, utime, set_inheritable, dup2, fpathconf, pathconf, preadv, pwritev, posix_fallocate,
    lchown, sendfile,
)
