"""Something that is done once, with a marker file to remember it."""

from __future__ import annotations

import errno
import os

__all__ = ["run_once"]


class run_once:  # noqa: N801 - used like a function, as contextlib's are
    """Do something once: a context manager that leaves a marker file when its body succeeded.

        with run_once("setup-1.2.done") as needed:
            if needed:
                ...

    `needed` is False where the marker is there already.  The marker is made only when
    the body has ended without an exception, so what failed is tried again next time.
    Of several scripts that get there together each may run its body; exactly one makes
    the marker.  The marker's text is the time at which it was made, in UTC.

    Raises FileNotFoundError, NotADirectoryError or PermissionError before the body where
    the marker could not be made afterwards.
    """

    def __init__(self, marker: str | os.PathLike[str]) -> None:
        self.marker = os.path.abspath(os.fspath(marker))  # the body may change the working folder
        self.needed = False

    def __enter__(self) -> bool:
        self.needed = not os.path.lexists(self.marker)
        if self.needed:
            folder = os.path.dirname(self.marker)
            os.stat(os.path.join(folder, ""))  # a file with a separator behind it is none
            if not os.access(folder, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), self.marker)
        return self.needed

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and self.needed:
            try:
                descriptor = os.open(self.marker, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            except FileExistsError:  # somebody else was as far at the same time
                return
            import time

            with open(descriptor, "w") as file:
                file.write(time.strftime("%Y-%m-%dT%H:%M:%SZ\n", time.gmtime()))
