"""Access to the Unix group database.

Group entries are reported as 4-tuples, as CPython's C module ``grp`` reports
them; CPython Modules/grpmodule.c.
"""

import sys

if sys.platform == "win32":
    raise ModuleNotFoundError("No module named 'grp'", name="grp")

from _pyrunner.account_files import checked_name, records, to_id
from _pyrunner.struct_sequence import struct_sequence

__all__ = ["getgrall", "getgrgid", "getgrnam", "struct_group"]

_FILE = "/etc/group"

struct_group = struct_sequence(
    "grp", "struct_group", "grp.struct_group: Results from getgr*() routines.",
    {"gr_name": "group name", "gr_passwd": "password", "gr_gid": "group id", "gr_mem": "group members"},
)


def getgrall() -> list:
    """Return a list of all available group entries, in arbitrary order."""
    return [entry for entry in map(_entry, records(_FILE, 4)) if entry is not None]


def getgrnam(name):
    """Return the group database entry for the given group name."""
    checked_name(name, "getgrnam() argument 'name'")
    for entry in getgrall():
        if entry.gr_name == name:
            return entry
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    """Return the group database entry for the given numeric group ID."""
    gid = to_id(id, "gid")
    for entry in getgrall():
        if entry.gr_gid == gid:
            return entry
    raise KeyError(f"getgrgid(): gid not found: {gid}")


def _entry(fields: list):
    name, password, gid, members = fields
    if not gid.isdecimal():
        return None
    return struct_group((name, password, int(gid), members.split(",") if members else []))
