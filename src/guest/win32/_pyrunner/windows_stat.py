"""What ``os.stat_result`` has on Windows and only there, told from the fields that every system has.

CPython Python/fileutils.c, _Py_attribute_data_to_stat; constants are those of ``stat``.
"""

__all__ = ["extend"]

_S_IFMT, _S_IFDIR, _S_IFLNK, _S_IWRITE = 0o170000, 0o040000, 0o120000, 0o200
_READONLY, _DIRECTORY, _ARCHIVE, _REPARSE_POINT = 0x1, 0x10, 0x20, 0x400
_REPARSE_TAG_SYMLINK = 0xA000000C


def _attributes(self) -> int:
    """Windows file attribute bits."""
    kind = self.st_mode & _S_IFMT
    shown = {_S_IFDIR: _DIRECTORY, _S_IFLNK: _REPARSE_POINT}.get(kind, _ARCHIVE)
    return shown if kind == _S_IFDIR or self.st_mode & _S_IWRITE else shown | _READONLY


def _reparse_tag(self) -> int:
    """Windows reparse tag."""
    return _REPARSE_TAG_SYMLINK if self.st_mode & _S_IFMT == _S_IFLNK else 0


def _birthtime(self) -> float:
    """Time of creation: what st_ctime is on Windows."""
    return self.st_ctime


def _birthtime_ns(self) -> int:
    """Time of creation in nanoseconds."""
    return self.st_ctime_ns


def extend(stat_result: type) -> None:
    """Give the type Windows' fields and take those away that it lacks there."""
    stat_result.st_file_attributes = property(_attributes)
    stat_result.st_reparse_tag = property(_reparse_tag)
    stat_result.st_birthtime = property(_birthtime)
    stat_result.st_birthtime_ns = property(_birthtime_ns)
    for name in ("st_blksize", "st_blocks", "st_rdev"):
        delattr(stat_result, name)
