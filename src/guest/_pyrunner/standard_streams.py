"""sys.stdin, sys.stdout and sys.stderr, made anew for every run: they belong to its descriptors and its environment.

CPython Python/pylifecycle.c, init_sys_streams and create_stdio.
"""

import sys
from _io import TextIOWrapper
from _io import open as open_file

from _pyrunner import persona
from _pyrunner.fatal import Fatal

__all__ = ["open_streams"]


def open_streams(modes: tuple, encoding: str, errors: str, unbuffered: bool) -> None:
    """Also the originals under their names with underscores. *modes*: st_mode of each; None where it is closed."""
    if modes[0] is not None and modes[0] & 0o170000 == 0o040000:
        raise Fatal("init_sys_streams: <stdin> is a directory, cannot continue", "core initialized")
    for fd, name, stream_errors in ((0, "stdin", errors), (1, "stdout", errors), (2, "stderr", "backslashreplace")):
        stream = None if modes[fd] is None else _open(fd, f"<{name}>", encoding, stream_errors, unbuffered)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _open(fd: int, name: str, encoding: str, errors: str, unbuffered: bool):
    writes = fd > 0
    bare = unbuffered and writes
    buffer = open_file(fd, "wb" if writes else "rb", 0 if bare else -1, None, None, None, False)
    raw = buffer if bare else buffer.raw
    raw.name = name
    line_buffering = not unbuffered and (fd == 2 or raw.isatty())
    stream = TextIOWrapper(buffer, encoding, errors, persona.STREAM_NEWLINE, line_buffering, unbuffered)
    stream.mode = "w" if writes else "r"
    return stream
