"""How far a download is, for somebody who sits at a terminal."""

from __future__ import annotations

import os
import sys
import time

__all__ = ["Progress"]

_STEP_SECONDS = 0.1
_UNITS = ("bytes", "KB", "MB", "GB", "TB")


class Progress:
    """A line on stderr that is written over, and taken away at the end; nothing where stderr is no terminal."""

    def __init__(self, name: str) -> None:
        self._name = "".join(character if character.isprintable() else "?" for character in name)
        self._next = 0.0
        self._width = 0
        try:
            self._shows = sys.stderr is not None and sys.stderr.isatty()
        except ValueError:  # it is closed
            self._shows = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._write("", "\r")

    def show(self, size: int, total: int | None) -> None:
        """`size` bytes of `total` have arrived; None where nobody knows how many there are."""
        if not self._shows or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _STEP_SECONDS
        amount = f"{size * 100 // total}% of {_amount(total)}" if total else _amount(size)
        room = _columns() - 1 - len(": " + amount)  # what goes on in a second line cannot be written over
        self._write(f"{_cut(self._name, room)}: {amount}")

    def _write(self, line: str, end: str = "") -> None:
        width = _width(line)
        try:
            sys.stderr.write("\r" + line + " " * (self._width - width) + end)
            sys.stderr.flush()
        except (OSError, ValueError):  # the terminal is gone, which is no reason to end a download
            self._shows = False
        self._width = width


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _cut(text: str, room: int) -> str:
    while text and _width(text) > room:
        text = text[:-1]
    return text


def _width(text: str) -> int:
    """In columns: East Asian letters take two of them, Unicode Standard Annex 11."""
    if text.isascii():
        return len(text)
    from unicodedata import east_asian_width

    return sum(1 + (east_asian_width(character) in "WF") for character in text)


def _amount(size: int) -> str:
    number, unit = float(size), 0
    while number >= 1000 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if unit else f"{size} bytes"
