"""The files that name a machine's users and groups, a record a line.  passwd(5), group(5).

Accounts that a name service knows and these files do not (LDAP, NIS) are not seen.
"""

__all__ = ["checked_name", "records", "to_id"]


def records(path: str, count: int) -> list:
    """The fields of each line that has as many; none without such a file, as the C library."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            lines = file.read().split("\n")
    except (FileNotFoundError, PermissionError):
        return []
    found = (line.split(":") for line in lines if line and line[0] not in "#+-")
    return [fields for fields in found if len(fields) == count]


def checked_name(value, what: str) -> str:
    """An argument as a name; *what* begins the message, as that of CPython's argument parser does."""
    if not isinstance(value, str):
        raise TypeError(f"{what} must be str, not {'None' if value is None else type(value).__name__}")
    if "\0" in value:
        raise ValueError("embedded null byte")
    return value


def to_id(value, what: str) -> int:
    """An argument as a user or group id; CPython Modules/posixmodule.c, _Py_Uid_Converter. OverflowError if it is none."""
    try:
        number = value.__index__()
    except AttributeError:
        raise TypeError(f"{what} should be integer, not {type(value).__name__}") from None
    if number in (-1, _LIMIT - 1):
        return -1  # (uid_t)-1: no account, and so it is called in messages
    if not 0 <= number < _LIMIT:
        raise OverflowError(f"{what} is {'less than minimum' if number < 0 else 'greater than maximum'}")
    return number


_LIMIT = 2**32
