"""What the C module ``posix`` of this build lacks, over the host.

Signatures, defaults and errors are those of CPython's posixmodule.c; functions
that need what a WebAssembly guest cannot have raise OSError and say so.
"""

import posix
import sys
from _operator import index

from _pyrunner import call
from _pyrunner.host_functions import cpu_count, directory as _dir, encoded as _path, getpid, getppid, link, refused as _refused

__all__ = ["install"]

_UNSET = object()
_access, _symlink, _utime, _dup2, _fpathconf, _sysconf = posix.access, posix.symlink, posix.utime, posix.dup2, posix.fpathconf, posix.sysconf


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Create a "fifo" (a POSIX named pipe)."""
    call("files.mknod", _dir(dir_fd), _path(path), 0o010000 | (mode & 0o7777))


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    """Create a node in the file system: a FIFO or an empty regular file."""
    call("files.mknod", _dir(dir_fd), _path(path), mode, paths=(path,))


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
    call("files.symlink", _path(src), dir_fd, _path(dst), paths=(src, dst))


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
    sys.audit("os.utime", path, times, None if ns is _UNSET else ns, -1 if dir_fd is None else dir_fd)
    call("files.utime", _dir(dir_fd), _path(path), atime, mtime, bool(follow_symlinks), paths=(path,))


def _whole(nanoseconds: int) -> int:
    """Modules/posixmodule.c, split_py_long_to_s_and_ns."""
    parts = divmod(nanoseconds, 1_000_000_000)
    if type(parts) is not tuple:
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


def preadv(fd: int, buffers, offset: int, flags: int = 0) -> int:
    """Read from a file descriptor into a number of mutable bytes-like objects."""
    _check_total(buffers)
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
    return posix.pwrite(fd, b"".join(buffers), offset)


def _check_total(buffers) -> None:
    """readv(2): the lengths together are no ssize_t."""
    if sum(memoryview(buffer).nbytes for buffer in buffers) > 0x7FFFFFFF:
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))


def posix_fallocate(fd: int, offset: int, length: int) -> None:
    """Ensure a file has allocated at least a particular number of bytes on disk."""
    if offset < 0 or length <= 0:
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    size = posix.fstat(fd).st_size  # as glibc where the file system cannot: the size grows, blocks come when written
    posix.ftruncate(fd, max(size, offset + length))


def sched_getaffinity(pid: int) -> set[int]:
    """Return the affinity of the process identified by pid (or the current process if zero)."""
    return set(range(call("identity.cpus")))


def nice(increment: int) -> int:
    """Add increment to the priority of process and return the new priority."""
    return call("identity.nice", increment)


def getpriority(which: int, who: int) -> int:
    """Return program scheduling priority."""
    return call("identity.priority")


def sysconf(name) -> int:
    """Return an integer-valued system configuration variable."""
    if name in ("SC_NPROCESSORS_ONLN", "SC_NPROCESSORS_CONF", posix.sysconf_names["SC_NPROCESSORS_ONLN"], posix.sysconf_names["SC_NPROCESSORS_CONF"]):
        return call("identity.cpus")
    return _sysconf(name)


def times():
    """Return a collection containing process timing information."""
    return posix.times_result(map(float, call("identity.times")))


def _no_child(*args):
    import errno

    raise ChildProcessError(errno.ECHILD, posix.strerror(errno.ECHILD))


def lchown(path, uid, gid):
    """Change the owner and group id of path, without following symbolic links."""
    posix.chown(path, uid, gid, follow_symlinks=False)


def sendfile(out_fd, in_fd, offset, count):
    """Copy count bytes from file descriptor in_fd to file descriptor out_fd."""
    return call("files.sendfile", out_fd, in_fd, offset, count)


def geteuid() -> int:
    """Return the current process's effective user id."""
    return call("identity.ids")[1]


def getegid() -> int:
    """Return the current process's effective group id."""
    return call("identity.ids")[3]


def getgid() -> int:
    """Return the current process's group id."""
    return call("identity.ids")[2]


def getgroups() -> list[int]:
    """Return list of supplemental group IDs for the process."""
    return list(call("identity.groups"))


def getresuid() -> tuple[int, int, int]:
    """Return a tuple of the current process's real, effective, and saved user ids."""
    uid, euid, _, _ = call("identity.ids")
    return uid, euid, euid


def getresgid() -> tuple[int, int, int]:
    """Return a tuple of the current process's real, effective, and saved group ids."""
    _, _, gid, egid = call("identity.ids")
    return gid, egid, egid


def getgrouplist(user: str, group: int) -> list[int]:
    """Return a list of groups to which a user belongs."""
    import grp

    return [group] + [entry.gr_gid for entry in grp.getgrall() if user in entry.gr_mem and entry.gr_gid != group]


def getrandom(size: int, flags: int = 0) -> bytes:
    """Obtain a series of random bytes."""
    return posix.urandom(size)


def getlogin() -> str:
    """Return the actual login name."""
    uid = call("identity.login")
    import pwd

    return pwd.getpwuid(uid).pw_name


_NO_XATTR = "extended attributes are not offered by this host"
_NO_SCHED = "scheduling of a guest is the host's matter"
_NO_CHILD = "posix_spawn is not offered yet; os.system runs a shell command"

_FUNCTIONS = (
    access, symlink, utime, set_inheritable, dup2, fpathconf, preadv, pwritev, posix_fallocate, sched_getaffinity, nice, getpriority,
    sysconf, times, link, mkfifo, mknod, lchown, sendfile, getpid, getppid, geteuid, getegid, getgid, getgroups, getresuid,
    getresgid, getgrouplist, cpu_count, getrandom, getlogin,
)
_REFUSED = {
    **dict.fromkeys(("getxattr", "setxattr", "removexattr", "listxattr"), _NO_XATTR),
    **dict.fromkeys(("sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_getscheduler", "sched_getparam"), _NO_SCHED),
    **dict.fromkeys(("posix_spawn", "posix_spawnp"), _NO_CHILD),
}
_CONSTANTS = {"GRND_NONBLOCK": 1, "GRND_RANDOM": 2, "XATTR_CREATE": 1, "XATTR_REPLACE": 2, "XATTR_SIZE_MAX": 65536}
_HAVE = ("HAVE_LINKAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT", "HAVE_LCHOWN", "HAVE_FACCESSAT", "HAVE_SYMLINKAT", "HAVE_UTIMENSAT", "HAVE_LUTIMES")


def install() -> None:
    """Put the functions into ``posix``, before ``os`` takes its names from there."""
    for function in _FUNCTIONS:
        function.__module__ = "posix"
        setattr(posix, function.__name__, function)
    for name, why in _REFUSED.items():
        function = _refused(name, why)
        function.__module__ = "posix"
        setattr(posix, name, function)
    for name in ("wait", "waitpid", "wait3", "wait4", "waitid"):
        setattr(posix, name, _no_child)
    for name, value in _CONSTANTS.items():
        setattr(posix, name, value)
    posix._have_functions.extend(name for name in _HAVE if name not in posix._have_functions)
