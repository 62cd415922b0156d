"""How far a download is, for somebody who sits at a terminal."""

from __future__ import annotations

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
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def show(self, size: int, total: int | None) -> None:
        """`size` bytes of `total` have arrived; None where nobody knows how many there are."""
        if not self._shows or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _STEP_SECONDS
        if total:
            self._write(f"{self._name}: {size * 100 // total}% of {_amount(total)}")
        else:
            self._write(f"{self._name}: {_amount(size)}")

    def _write(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = len(line)


def _amount(size: int) -> str:
    number, unit = float(size), 0
    while number >= 1000 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if unit else f"{size} bytes"
