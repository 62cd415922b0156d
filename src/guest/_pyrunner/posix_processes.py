"""Who and what the process is: ids, groups, sessions, priorities, limits of the system.

Signatures, defaults and errors are those of CPython's posixmodule.c.  The facts are the
host's process's; what only a process can do for itself and Node cannot, is refused.
"""

import posix
from _operator import index

from _pyrunner import call
from _pyrunner.refusals import NO_OWN_GROUP, refuse

__all__ = ["FUNCTIONS", "identifier"]

_sysconf, _confstr = posix.sysconf, posix.confstr


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


def getlogin() -> str:
    """Return the actual login name."""
    uid = call("identity.login")
    import pwd

    return pwd.getpwuid(uid).pw_name


def identifier(value, kind: str) -> int:
    """Modules/posixmodule.c, _Py_Uid_Converter and _Py_Gid_Converter."""
    if not hasattr(value, "__index__"):
        raise TypeError(f"{kind} should be integer, not {type(value).__name__}")
    number = index(value)
    if number < -1:
        raise OverflowError(f"{kind} is less than minimum")
    if number > 0xFFFFFFFF:
        raise OverflowError(f"{kind} is greater than maximum")
    return number


def setuid(uid: int, /) -> None:
    """Set the current process's user id."""
    call("identity.set", "setuid", identifier(uid, "uid"))


def seteuid(euid: int, /) -> None:
    """Set the current process's effective user id."""
    call("identity.set", "seteuid", identifier(euid, "uid"))


def setgid(gid: int, /) -> None:
    """Set the current process's group id."""
    call("identity.set", "setgid", identifier(gid, "gid"))


def setegid(egid: int, /) -> None:
    """Set the current process's effective group id."""
    call("identity.set", "setegid", identifier(egid, "gid"))


def setreuid(ruid: int, euid: int, /) -> None:
    """Set the current process's real and effective user ids."""
    call("identity.set", "setreuid", (identifier(ruid, "uid"), identifier(euid, "uid")))


def setregid(rgid: int, egid: int, /) -> None:
    """Set the current process's real and effective group ids."""
    call("identity.set", "setregid", (identifier(rgid, "gid"), identifier(egid, "gid")))


def setgroups(groups, /) -> None:
    """Set the groups of the current process to list."""
    call("identity.set", "setgroups", tuple(identifier(group, "gid") for group in groups))


def initgroups(username, gid: int, /) -> None:
    """Initialize the group access list."""
    setgroups(getgrouplist(posix.fspath(username), identifier(gid, "gid")))


def getpgrp() -> int:
    """Return the current process group id."""
    return getpgid(0)


def getpgid(pid: int) -> int:
    """Call the system call getpgid(), and return the result."""
    return call("identity.relations", index(pid))[0]


def getsid(pid: int, /) -> int:
    """Call the system call getsid(pid) and return the result."""
    return call("identity.relations", index(pid))[1]


def setsid() -> None:
    """Call the system call setsid()."""
    if getpgid(0) != posix.getpid():
        refuse(NO_OWN_GROUP)
    import errno

    raise PermissionError(errno.EPERM, posix.strerror(errno.EPERM))


def setpgid(pid: int, pgrp: int, /) -> None:
    """Call the system call setpgid(pid, pgrp)."""
    if not call("processes.set_group", index(pid), index(pgrp)):
        refuse(NO_OWN_GROUP)


def setpgrp() -> None:
    """Make the current process the leader of its process group."""
    setpgid(0, 0)


def killpg(pgid: int, signal: int, /) -> None:
    """Kill a process group with a signal."""
    pgid = index(pgid)
    posix.kill(-(pgid or getpgid(0)), signal)


def nice(increment: int, /) -> int:
    """Add increment to the priority of process and return the new priority."""
    return call("identity.nice", index(increment))


def getpriority(which: int, who: int) -> int:
    """Return program scheduling priority."""
    return call("identity.priority", index(which), index(who))


def setpriority(which: int, who: int, priority: int) -> None:
    """Set program scheduling priority."""
    call("identity.set_priority", index(which), index(who), index(priority))


def sched_getaffinity(pid: int, /) -> set[int]:
    """Return the affinity of the process identified by pid (or the current process if zero)."""
    return set(call("identity.affinity", index(pid)))


def sysconf(name, /) -> int:
    """Return an integer-valued system configuration variable."""
    value = call("identity.sysconf", _name_of(name, posix.sysconf_names))
    return _sysconf(name) if value is None else value


def confstr(name, /) -> str | None:
    """Return a string-valued system configuration variable."""
    value = call("identity.confstr", _name_of(name, posix.confstr_names))
    return _confstr(name) if value is None else value


def times():
    """Return a collection containing process timing information."""
    return posix.times_result(map(float, call("identity.times")))


def _name_of(name, names: dict) -> str:
    if isinstance(name, str):
        return name
    return next((each for each, number in names.items() if number == name), "")


FUNCTIONS = (
    geteuid, getegid, getgid, getgroups, getresuid, getresgid, getgrouplist, getlogin, setuid, seteuid, setgid, setegid,
    setreuid, setregid, setgroups,
    initgroups, getpgrp, getpgid, getsid, setsid, setpgid, setpgrp, killpg, nice, getpriority, setpriority, sched_getaffinity,
    sysconf, confstr, times,
)
