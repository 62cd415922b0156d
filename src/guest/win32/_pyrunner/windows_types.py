"""What C types have or lack on Windows and that no code of theirs says: the attributes of OSError and of sockets.

The types are immutable, so their dictionaries are found through the garbage
collector, before anything has looked a name up: CPython remembers what it found.
"""

import gc

__all__ = ["add_winerror", "remove_messages"]


def _attributes(type_: type) -> dict:
    (found,) = gc.get_referents(type_.__dict__)
    return found


def add_winerror() -> None:
    """OSError.winerror, None where Win32 gave no code; before a system call can fail."""
    _attributes(OSError)["winerror"] = None


def remove_messages() -> None:
    """Winsock has no sendmsg and recvmsg, and asyncio asks whether there is one."""
    import _socket

    attributes = _attributes(_socket.socket)
    for name in ("recvmsg", "recvmsg_into", "sendmsg"):
        attributes.pop(name, None)
