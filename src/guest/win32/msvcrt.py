"""The C runtime of Windows, as far as descriptors go: they carry bytes as they are, and there is no console.

CPython PC/msvcrtmodule.c.
"""

import nt as _nt

from _pyrunner import windows_handles as _handles
from _pyrunner.host_functions import refused as _refused

CRT_ASSEMBLY_VERSION = "10.0.22621.0"
LK_UNLCK, LK_LOCK, LK_NBLCK, LK_RLCK, LK_NBRLCK = range(5)
SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOALIGNMENTFAULTEXCEPT, SEM_NOOPENFILEERRORBOX = 0x1, 0x2, 0x4, 0x8000


def setmode(fd: int, mode: int) -> int:
    """Set the line-end translation mode for the file descriptor fd: there is none, so only O_BINARY is taken."""
    _nt.fstat(fd)
    if mode != _nt.O_BINARY:
        raise ValueError("descriptors do not translate line ends on this platform; open the file as text instead")
    return _nt.O_BINARY


def get_osfhandle(fd: int, /) -> int:
    """Return the file handle for the file descriptor fd."""
    return _handles.handle(fd)


def open_osfhandle(handle: int, flags: int, /) -> int:
    """Create a C runtime file descriptor from the file handle handle: they are one, see windows_handles."""
    return _handles.descriptor(handle)


def heapmin() -> None:
    """Minimize the malloc() heap: the engine gives nothing back."""


for _why, _names in {
    "locks on files are not offered on this platform yet": ("locking",),
    "the console is not offered on this platform yet": (
        "getch", "getche", "getwch", "getwche", "kbhit", "putch", "putwch", "ungetch", "ungetwch",
    ),
    "error modes are the host's": ("GetErrorMode", "SetErrorMode"),
}.items():
    for _name in _names:
        globals()[_name] = _refused(_name, _why)
        globals()[_name].__module__ = "msvcrt"
