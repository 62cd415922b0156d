"""``os.scandir`` of Windows: its entries' paths are joined by a backslash, which the engine's C code does by a slash.

CPython Modules/posixmodule.c, DirEntry and ScandirIterator.
"""

import _posix
import sys

__all__ = ["DirEntry", "scandir"]


class DirEntry:
    """Directory entry of scandir."""

    __slots__ = ("name", "path", "_entry", "_stat", "_lstat")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'nt.DirEntry' instances")

    def inode(self) -> int:
        """Return inode of the entry; cached per entry."""
        return self._entry.inode()

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        """Return True if the entry is a directory; cached per entry."""
        return self._entry.is_dir(follow_symlinks=follow_symlinks)

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        """Return True if the entry is a file; cached per entry."""
        return self._entry.is_file(follow_symlinks=follow_symlinks)

    def is_symlink(self) -> bool:
        """Return True if the entry is a symbolic link; cached per entry."""
        return self._entry.is_symlink()

    def is_junction(self) -> bool:
        """Return True if the entry is a junction; cached per entry."""
        return self._entry.is_junction()

    def stat(self, *, follow_symlinks: bool = True):
        """Return stat_result object for the entry; cached per entry."""
        slot = "_stat" if follow_symlinks else "_lstat"
        if not hasattr(self, slot):
            setattr(self, slot, _posix.stat(self.path, follow_symlinks=follow_symlinks))
        return getattr(self, slot)

    def __fspath__(self):
        """Returns the path for the entry."""
        return self.path

    def __repr__(self) -> str:
        return f"<DirEntry {self.name!r}>"


class _ScandirIterator:
    def __init__(self, iterator, prefix) -> None:
        self._iterator = iterator
        self._prefix = prefix

    def __iter__(self):
        return self

    def __next__(self) -> DirEntry:
        found = next(self._iterator)
        entry = object.__new__(DirEntry)
        entry.name, entry.path, entry._entry = found.name, self._prefix + found.name, found
        return entry

    def close(self) -> None:
        self._iterator.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception) -> None:
        self.close()


def scandir(path=None):
    """Return an iterator of DirEntry objects for given path."""
    if isinstance(path, int):
        raise TypeError("scandir: path should be string, bytes, os.PathLike or None, not int")
    sys.audit("os.scandir", path)
    given = "." if path is None else _posix.fspath(path)
    ends, separator = (b"\\/:", b"\\") if isinstance(given, bytes) else ("\\/:", "\\")
    return _ScandirIterator(_posix.scandir(given), given if given[-1:] in ends else given + separator)
