"""What the C module ``posix`` of this build lacks, over the host.

Signatures, defaults and errors are those of CPython's posixmodule.c; functions
that need what a WebAssembly guest cannot have raise OSError and say so.
"""

import posix

from _pyrunner.host_functions import cpu_count, getpid, getppid, link, refused as _refused
from _pyrunner.posix_files import FUNCTIONS as _FILE_FUNCTIONS
from _pyrunner.posix_processes import FUNCTIONS as _PROCESS_FUNCTIONS
from _pyrunner.posix_terminals import FUNCTIONS as _TERMINAL_FUNCTIONS

__all__ = ["install"]


def getrandom(size: int, flags: int = 0) -> bytes:
    """Obtain a series of random bytes."""
    if size < 0 or flags & ~_GRND_KNOWN:
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    return posix.urandom(size)


_NO_XATTR = "extended attributes are not offered by this host"
_NO_SCHED = "scheduling of a guest is the host's matter"

_FUNCTIONS = (*_FILE_FUNCTIONS, *_PROCESS_FUNCTIONS, *_TERMINAL_FUNCTIONS, link, getpid, getppid, cpu_count, getrandom)
_REFUSED = {
    **dict.fromkeys(("getxattr", "setxattr", "removexattr", "listxattr"), _NO_XATTR),
    **dict.fromkeys(("sched_setaffinity", "sched_setscheduler", "sched_setparam"), _NO_SCHED),
    **dict.fromkeys(("sched_getscheduler", "sched_getparam"), _NO_SCHED),
}
_GRND_KNOWN = 1 | 2 | 4  # linux/random.h: NONBLOCK, RANDOM, INSECURE
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
    for name, value in _CONSTANTS.items():
        setattr(posix, name, value)
    posix._have_functions.extend(name for name in _HAVE if name not in posix._have_functions)
