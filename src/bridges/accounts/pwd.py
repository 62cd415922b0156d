"""This module provides access to the Unix password database.

Password database entries are reported as 7-tuples, as CPython's C module ``pwd``
reports them; CPython Modules/pwdmodule.c.
"""

import sys

if sys.platform == "win32":
    raise ModuleNotFoundError("No module named 'pwd'", name="pwd")

from _pyrunner.account_files import checked_name, records, to_id
from _pyrunner.struct_sequence import struct_sequence

__all__ = ["getpwall", "getpwnam", "getpwuid", "struct_passwd"]

_FILE = "/etc/passwd"

struct_passwd = struct_sequence(
    "pwd", "struct_passwd", "pwd.struct_passwd: Results from getpw*() routines.",
    {
        "pw_name": "user name", "pw_passwd": "password", "pw_uid": "user id", "pw_gid": "group id", "pw_gecos": "real name",
        "pw_dir": "home directory", "pw_shell": "shell program",
    },
)


def getpwall() -> list:
    """Return a list of all available password database entries, in arbitrary order."""
    return [entry for entry in map(_entry, records(_FILE, 7)) if entry is not None]


def getpwnam(name, /):
    """Return the password database entry for the given user name."""
    checked_name(name, "getpwnam() argument")
    for entry in getpwall():
        if entry.pw_name == name:
            return entry
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uidobj, /):
    """Return the password database entry for the given numeric user ID."""
    try:
        uid = to_id(uidobj, "uid")
    except OverflowError:
        raise KeyError("getpwuid(): uid not found") from None
    for entry in getpwall():
        if entry.pw_uid == uid:
            return entry
    raise KeyError(f"getpwuid(): uid not found: {uid}")


def _entry(fields: list):
    name, password, uid, gid, *rest = fields
    if not (uid.isdecimal() and gid.isdecimal()):
        return None
    return struct_passwd((name, password, int(uid), int(gid), *rest))
