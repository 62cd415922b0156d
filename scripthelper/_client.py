"""What goes between a script and the client that runs it: settings in the environment, lines in a log."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar, overload

    T = TypeVar("T")
    D = TypeVar("D")

__all__ = ["MissingVariable", "env", "log"]

LOG_VARIABLE = "SCRIPTHELPER_LOG"


class MissingVariable(KeyError):
    """An environment variable that a script needs is not set."""

    def __str__(self) -> str:
        return str(self.args[0])  # a sentence, which KeyError would put in quotation marks


class _Needed:
    """Stands for no default at all, so that None can be one."""

    def __repr__(self) -> str:
        return "<none: the variable must be set>"


_NEEDED = _Needed()

if TYPE_CHECKING:

    @overload
    def env(name: str) -> str: ...
    @overload
    def env(name: str, default: D) -> str | D: ...
    @overload
    def env(name: str, *, type: Callable[[str], T]) -> T: ...
    @overload
    def env(name: str, default: D, type: Callable[[str], T]) -> T | D: ...


def env(name: str, default: object = _NEEDED, type: Callable[[str], object] = str) -> object:
    """Return an environment variable, as a value of some type.

    `type` is str, int, float, bool (1, true, yes, on; 0, false, no, off; in either case),
    or any function of a str, such as pathlib.Path; blanks around the value of the first
    four but str do not matter.  `default` is what comes back, as it is, when the variable
    is not set; where there is no default, that is an error.

    Raises KeyError for a variable that is not set, and ValueError for a value that is none
    of the type; both name the variable and what it should be.
    """
    text = os.environ.get(name)
    if text is None:
        if default is _NEEDED:
            raise MissingVariable(f"environment variable {name} is not set{_wanted(type)}")
        return default
    try:
        return _truth(text) if type is bool else type(text)
    except (ValueError, ArithmeticError, LookupError) as error:  # decimal.Decimal has the second, a table the third
        raise ValueError(f"environment variable {name} is {text!r}{_wanted(type) or f': {error}'}") from None


_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_WANTED = {int: "a whole number", float: "a number", bool: f"one of {', '.join(_TRUTHS)}"}


def _truth(text: str) -> bool:
    try:
        return _TRUTHS[text.strip().lower()]
    except KeyError:
        raise ValueError(text) from None


def _wanted(type: object) -> str:
    return f"; it should be {_WANTED[type]}" if type in _WANTED else ""


def log(message: object) -> None:
    """Write a line to the place where the client looks.

    SCRIPTHELPER_LOG names it: a file, to whose end the line goes, or 'fd:N', a descriptor
    that the script has inherited.  Without it, or where that place cannot be written, the
    line goes to stderr.  It begins with the time in UTC; further lines of the message are
    indented, so that each line at the margin begins an entry.  Never raises for the place.
    """
    import time

    now = time.time()
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + f".{int(now % 1 * 1000):03}Z"
    entry = f"{stamp} " + "\n    ".join(str(message).splitlines() or [""]) + "\n"
    data = entry.encode("utf-8", "backslashreplace")
    place = os.environ.get(LOG_VARIABLE)
    if place:
        try:
            _append(place, data)
            return
        except (OSError, ValueError) as error:
            entry += f"{stamp} {LOG_VARIABLE}={place}: {getattr(error, 'strerror', None) or error}\n"
    if sys.stderr is not None:
        try:
            sys.stderr.write(entry)  # its errors are backslashreplace
            sys.stderr.flush()
        except OSError:
            pass


def _append(place: str, data: bytes) -> None:
    if place.startswith("fd:"):
        _write(int(place[3:]), data)
        return
    descriptor = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        _write(descriptor, data)
    finally:
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    """At one go, so that entries of several scripts stay whole; the rest follows if the system took a part."""
    while data:
        data = data[os.write(descriptor, data):]
