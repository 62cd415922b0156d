"""Resource usage and resource limits of the process, as CPython's C module ``resource`` offers them.

CPython Modules/resource.c; numbers of asm-generic/resource.h.  The usage is the whole
host process's; of children the host knows times and page faults, and the other fields
raise OSError where they are read by name.  The limit on descriptors is the guest's own; other limits can be set
where the process can live with them, and are refused where they would end the
interpreter instead of the script's request.
"""

from _operator import index
from sys import platform

from _pyrunner import call
from _pyrunner.refusals import NO_CHILD_USAGE, refuse
from _pyrunner.struct_sequence import struct_sequence

error = OSError
RLIM_INFINITY = -1
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1

_LIMITS = {
    "RLIMIT_CPU": 0, "RLIMIT_FSIZE": 1, "RLIMIT_DATA": 2, "RLIMIT_STACK": 3, "RLIMIT_CORE": 4, "RLIMIT_RSS": 5, "RLIMIT_NPROC": 6,
    "RLIMIT_NOFILE": 7, "RLIMIT_MEMLOCK": 8, "RLIMIT_AS": 9, "RLIMIT_SIGPENDING": 11, "RLIMIT_MSGQUEUE": 12, "RLIMIT_NICE": 13,
    "RLIMIT_RTPRIO": 14, "RLIMIT_RTTIME": 15,
}
globals().update(_LIMITS, RLIMIT_OFILE=_LIMITS["RLIMIT_NOFILE"])

struct_rusage = struct_sequence(
    "resource", "struct_rusage", "struct_rusage: Result from getrusage.",
    {
        "ru_utime": "user time used", "ru_stime": "system time used", "ru_maxrss": "max. resident set size",
        "ru_ixrss": "shared memory size", "ru_idrss": "unshared data size", "ru_isrss": "unshared stack size",
        "ru_minflt": "page faults not requiring I/O", "ru_majflt": "page faults requiring I/O", "ru_nswap": "number of swap outs",
        "ru_inblock": "block input operations", "ru_oublock": "block output operations", "ru_msgsnd": "IPC messages sent",
        "ru_msgrcv": "IPC messages received", "ru_nsignals": "signals received", "ru_nvcsw": "voluntary context switches",
        "ru_nivcsw": "involuntary context switches",
    },
)


def _known(plain: property) -> property:
    def read(usage):
        value = plain.fget(usage)
        if value is None:
            refuse(NO_CHILD_USAGE)
        return value

    return property(read, plain.fset, plain.fdel, plain.__doc__)


for _field in struct_rusage.__match_args__:
    setattr(struct_rusage, _field, _known(getattr(struct_rusage, _field)))
del _field


def getrusage(who: int, /):
    """Return an object that describes the resources consumed by either the current process or its children."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    return struct_rusage(call("limits.usage", index(who)))


def getrlimit(resource: int, /) -> tuple[int, int]:
    """Return a tuple (soft, hard) with the current limits of resource."""
    return call("limits.get", _name(resource))


def setrlimit(resource: int, limits, /) -> None:
    """Set new limits of consumption of resource."""
    name = _name(resource)
    limits = tuple(limits)
    if len(limits) != 2:
        raise ValueError("expected a tuple of 2 integers")
    soft, hard = (index(limit) for limit in limits)
    if hard != RLIM_INFINITY and (soft == RLIM_INFINITY or soft > hard):
        raise ValueError("current limit exceeds maximum limit")
    try:
        call("limits.set", name, soft, hard)
    except PermissionError:
        raise ValueError("not allowed to raise maximum limit") from None


if platform == "linux":
    def prlimit(pid: int, resource: int, limits=None, /) -> tuple[int, int]:
        """prlimit(pid, resource, [limits])"""
        from os import getpid

        if index(pid) in (0, getpid()):
            before = getrlimit(resource)
            if limits is not None:
                setrlimit(resource, limits)
            return before
        import errno
        from os import strerror

        raise OSError(errno.ENOSYS, strerror(errno.ENOSYS))


def getpagesize() -> int:
    """Return the number of bytes in a system page."""
    from os import sysconf

    return sysconf("SC_PAGESIZE")


def _name(resource: int) -> str:
    resource = index(resource)
    for name, number in _LIMITS.items():
        if number == resource:
            return name
    raise ValueError("invalid resource specified")
