"""What the C module ``posix`` of this build lacks, over the host.

Signatures, defaults and errors are those of CPython's posixmodule.c; functions
that need what a WebAssembly guest cannot have raise OSError and say so.
"""

import posix
import sys

from _pyrunner import call

__all__ = ["install"]

_AT_FDCWD = -100


def _path(path: object) -> bytes:
    return posix.fspath(path).encode("utf-8", "surrogateescape") if not isinstance(posix.fspath(path), bytes) else posix.fspath(path)


def _dir(fd: int | None) -> int:
    return _AT_FDCWD if fd is None else fd


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=(sys.platform != "linux")):
    """Create a hard link to a file."""
    sys.audit("os.link", src, dst, -1 if src_dir_fd is None else src_dir_fd, -1 if dst_dir_fd is None else dst_dir_fd)
    call("files.link", _dir(src_dir_fd), _path(src), _dir(dst_dir_fd), _path(dst), bool(follow_symlinks), paths=(src, dst))


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Create a "fifo" (a POSIX named pipe)."""
    call("files.mknod", _dir(dir_fd), _path(path), 0o010000 | (mode & 0o7777), paths=(path,))


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    """Create a node in the file system: a FIFO or an empty regular file."""
    call("files.mknod", _dir(dir_fd), _path(path), mode, paths=(path,))


def lchown(path, uid, gid):
    """Change the owner and group id of path, without following symbolic links."""
    posix.chown(path, uid, gid, follow_symlinks=False)


def sendfile(out_fd, in_fd, offset, count):
    """Copy count bytes from file descriptor in_fd to file descriptor out_fd."""
    return call("files.sendfile", out_fd, in_fd, offset, count)


def getpid() -> int:
    """Return the current process id."""
    return call("identity.pids")[0]


def getppid() -> int:
    """Return the parent's process id."""
    return call("identity.pids")[1]


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


def cpu_count() -> int | None:
    """Return the number of logical CPUs in the system."""
    return call("identity.cpus")


def getrandom(size: int, flags: int = 0) -> bytes:
    """Obtain a series of random bytes."""
    return posix.urandom(size)


def getlogin() -> str:
    """Return the actual login name."""
    return call("identity.login")


def _refused(name: str, why: str):
    def refuse(*args, **kwargs):
        import errno
        raise OSError(errno.ENOTSUP, why)

    refuse.__name__ = refuse.__qualname__ = name
    refuse.__doc__ = f"Not offered: {why}."
    return refuse


_NO_XATTR = "extended attributes are not offered by this host"
_NO_SCHED = "scheduling of a guest is the host's matter"
_NO_CHILD = "posix_spawn is not offered yet; os.system runs a shell command"

_FUNCTIONS = (
    link, mkfifo, mknod, lchown, sendfile, getpid, getppid, geteuid, getegid, getgid, getgroups, getresuid,
    getresgid, getgrouplist, cpu_count, getrandom, getlogin,
)
_REFUSED = {
    **dict.fromkeys(("getxattr", "setxattr", "removexattr", "listxattr"), _NO_XATTR),
    **dict.fromkeys(("sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_getscheduler", "sched_getparam"), _NO_SCHED),
    **dict.fromkeys(("posix_spawn", "posix_spawnp"), _NO_CHILD),
}
_CONSTANTS = {"GRND_NONBLOCK": 1, "GRND_RANDOM": 2, "XATTR_CREATE": 1, "XATTR_REPLACE": 2, "XATTR_SIZE_MAX": 65536}
_HAVE = ("HAVE_LINKAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT", "HAVE_LCHOWN", "HAVE_FACCESSAT", "HAVE_SYMLINKAT")


def install() -> None:
    """Put the functions into ``posix``, before ``os`` takes its names from there."""
    for function in _FUNCTIONS:
        function.__module__ = "posix"
        setattr(posix, function.__name__, function)
    for name, why in _REFUSED.items():
        function = _refused(name, why)
        function.__module__ = "posix"
        setattr(posix, name, function)
    for name, value in _CONSTANTS.items():
        setattr(posix, name, value)
    posix._have_functions.extend(name for name in _HAVE if name not in posix._have_functions)
