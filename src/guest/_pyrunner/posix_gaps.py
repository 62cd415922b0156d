"""What the C module ``posix`` of this build lacks, over the host.

Signatures, defaults and errors are those of CPython's posixmodule.c; functions
that need what a WebAssembly guest cannot have raise OSError and say so.
"""

import posix

from _pyrunner import call
from _pyrunner.host_functions import cpu_count, getpid, getppid, link, refused as _refused
from _pyrunner.posix_files import FUNCTIONS as _FILE_FUNCTIONS

__all__ = ["install"]

_sysconf = posix.sysconf
_PROCESSORS = ("SC_NPROCESSORS_ONLN", "SC_NPROCESSORS_CONF")


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
    if name in _PROCESSORS or name in [posix.sysconf_names[each] for each in _PROCESSORS]:
        return call("identity.cpus")
    return _sysconf(name)


def times():
    """Return a collection containing process timing information."""
    return posix.times_result(map(float, call("identity.times")))


def _no_child(*args):
    import errno

    raise ChildProcessError(errno.ECHILD, posix.strerror(errno.ECHILD))


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
    *_FILE_FUNCTIONS, sched_getaffinity, nice, getpriority, sysconf, times, link, getpid, getppid, geteuid, getegid, getgid,
    getgroups, getresuid, getresgid, getgrouplist, cpu_count, getrandom, getlogin,
)
_REFUSED = {
    **dict.fromkeys(("getxattr", "setxattr", "removexattr", "listxattr"), _NO_XATTR),
    **dict.fromkeys(("sched_setaffinity", "sched_setscheduler", "sched_setparam"), _NO_SCHED),
    **dict.fromkeys(("sched_getscheduler", "sched_getparam"), _NO_SCHED),
    **dict.fromkeys(("posix_spawn", "posix_spawnp"), _NO_CHILD),
}
_CONSTANTS = {"GRND_NONBLOCK": 1, "GRND_RANDOM": 2, "XATTR_CREATE": 1, "XATTR_REPLACE": 2, "XATTR_SIZE_MAX": 65536}
_HAVE = (
    "HAVE_LINKAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT", "HAVE_LCHOWN", "HAVE_FACCESSAT", "HAVE_SYMLINKAT",
    "HAVE_UTIMENSAT", "HAVE_LUTIMES",
)


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
