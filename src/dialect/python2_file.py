"""Python 2's `file`: what `open` returned, and itself callable.

Source of the behaviour: Python 2.7 documentation, "File Objects" and `open`,
and Python 2.7.18 on Linux as seen. Text is UTF-8 with any other byte kept as a
surrogate (PEP 383), like the script's arguments and environment, so that what
is read is written back byte for byte; sizes and offsets count bytes.

Different: in binary modes `read` and its kin return bytes. Reading a file that
is open for writing says "not readable" where Python 2 said "File not open for
reading"; both are IOError.
"""

import io
import os

__all__ = ["file"]

_TEXT = {"encoding": "utf-8", "errors": "surrogateescape"}


class _FileType(type):
    """`open` stays Python 3's, and what it returns counts as a `file` too, as sys.stdout does."""

    def __instancecheck__(cls, instance: object) -> bool:
        return super().__instancecheck__(instance) or cls is file and isinstance(instance, io.IOBase)


class file(metaclass=_FileType):
    """file(name[, mode[, buffering]]) -> file object"""

    encoding = errors = None
    softspace = 0

    def __init__(self, name, mode: str = "r", buffering: int = -1) -> None:
        if not isinstance(name, (str, bytes)):
            raise TypeError(f"coercing to Unicode: need string or buffer, {type(name).__name__} found")
        self._stream = _open(name, mode, buffering)
        self._is_text = "b" not in mode
        self._flushes_lines = buffering == 1
        self.name = name
        self.mode = mode

    def read(self, size: int = -1):
        return self._given(self._stream.read(size))

    def readline(self, size: int = -1):
        return self._given(self._stream.readline(size))

    def readlines(self, size: int = -1) -> list:
        return [self._given(line) for line in self._stream.readlines(size)]

    def write(self, data) -> None:
        data = self._taken(data)
        self._stream.write(data)
        if self._flushes_lines and (b"\n" if isinstance(data, bytes) else "\n") in data:
            self._stream.flush()

    def writelines(self, lines) -> None:
        for line in lines:
            self.write(line)

    def next(self):
        return self._given(next(self._stream))

    __next__ = next

    def __iter__(self) -> "file":
        return self

    xreadlines = __iter__

    def seek(self, offset: int, whence: int = 0) -> None:
        self._stream.seek(offset, whence)

    def truncate(self, size: "int | None" = None) -> None:
        self._stream.truncate(size)

    def __enter__(self) -> "file":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __getattr__(self, name: str):
        if name in _SAME:
            return getattr(self._stream, name)
        raise AttributeError(f"'file' object has no attribute '{name}'")

    def __del__(self) -> None:
        # Left open until its last reference goes: in Python 2 no reason for a ResourceWarning.
        if "_stream" in vars(self):
            self._stream.close()

    def __repr__(self) -> str:
        return f'<{"closed" if self.closed else "open"} file {self.name!r}, mode {self.mode!r} at {id(self):#x}>'

    def _given(self, data):
        return data.decode(**_TEXT) if self._is_text and isinstance(data, bytes) else data

    def _taken(self, data):
        if isinstance(self._stream, io.TextIOBase):
            return data if isinstance(data, str) else bytes(memoryview(data)).decode(**_TEXT)
        return data.encode(**_TEXT) if isinstance(data, str) else bytes(memoryview(data))


# What the stream beneath answers just as Python 2's file did.
_SAME = frozenset({"close", "closed", "fileno", "flush", "isatty", "newlines", "readinto", "tell"})


def _open(name, mode: str, buffering: int):
    """Open with a mode of C's fopen, which overlooks what it does not know: 'rw' is 'r'."""
    if not mode:
        raise ValueError("empty mode string")
    if mode[0] not in "rwaU":
        raise ValueError(f"mode string must begin with one of 'r', 'w', 'a' or 'U', not '{mode}'")
    universal = "U" in mode
    if universal and mode[0] in "wa":
        raise ValueError("universal newline mode can only be used with modes starting with 'r'")
    binary = mode[0].replace("U", "r") + ("+" if "+" in mode else "") + "b"
    # For bytes, 1 would be a buffer of one byte: lines are flushed by `write`.
    stream = open(name, binary, -1 if buffering == 1 else buffering)
    if universal or "b" not in mode and os.linesep != "\n":
        return io.TextIOWrapper(stream, **_TEXT, write_through=buffering == 0)
    return stream
