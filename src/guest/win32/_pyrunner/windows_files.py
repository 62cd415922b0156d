"""Functions of ``nt`` that differ from those of ``posix``: paths as Win32 completes them, rename, links, disks, handles.

Signatures, defaults and errors are those of CPython's posixmodule.c on Windows.
"""

import _posix
import sys

from _pyrunner import call, windows_handles
from _pyrunner.host_functions import encoded

__all__ = [
    "_findfirstfile", "_getdiskusage", "_getfinalpathname", "_getfullpathname", "_getvolumepathname", "_path_isdevdrive",
    "_path_splitroot", "access", "get_handle_inheritable", "getlogin", "listdrives", "pipe", "readlink", "rename",
    "set_handle_inheritable",
]


def _asked(service: str, path):
    """The host's answer about *path*, of the same type: str or bytes."""
    path = _posix.fspath(path)
    answer = call(service, _checked(encoded(path)), paths=(path,))
    return answer if isinstance(path, bytes) else answer.decode("utf-8", sys.getfilesystemencodeerrors())


def _checked(path: bytes) -> bytes:
    if b"\0" in path:
        raise ValueError("embedded null character")
    return path


def _getfullpathname(path):
    """The path with drive and working directory, dots and slashes settled."""
    return _asked("windows.full_path", path)


def _getfinalpathname(path):
    """The path with links followed, in the form that is taken as it stands."""
    return _asked("windows.final_path", path)


def _findfirstfile(path):
    """The real name of the file, without opening it."""
    path = _posix.fspath(path)
    _posix.lstat(path)
    text = path.replace(b"/", b"\\").rpartition(b"\\") if isinstance(path, bytes) else path.replace("/", "\\").rpartition("\\")
    return text[2]


def _getvolumepathname(path):
    """The root of the drive or share that *path* is on."""
    full = _getfullpathname(path)
    root = _path_splitroot(full if isinstance(full, str) else full.decode("latin-1"))[0]
    return root if isinstance(full, str) else root.encode("latin-1")


def _getdiskusage(path) -> tuple[int, int]:
    """Return disk usage statistics about the given path as a (total, free) tuple."""
    found = _posix.statvfs(path)
    return found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize


def _path_isdevdrive(path) -> bool:
    """Determines whether the specified path is on a Windows Dev Drive: none is."""
    return False


def _path_splitroot(path: str) -> tuple[str, str]:
    """Removes everything after the root on Win32: PathCchSkipRoot, for importlib."""
    path = _posix.fspath(path)
    probe = path.replace("/", "\\")
    end = 0
    if probe.startswith("\\\\"):
        start = 8 if probe[:8].upper() == "\\\\?\\UNC\\" else 4 if probe.startswith("\\\\?\\") else 2
        end = probe.find("\\", start) + 1
        if end and start != 4:
            end = probe.find("\\", end) + 1
        end = end or len(path)
    elif probe[1:2] == ":":
        end = 3 if probe[2:3] == "\\" else 2
    elif probe.startswith("\\"):
        end = 1
    return path[:end], path[end:]


def get_handle_inheritable(handle: int, /) -> bool:
    """Get the close-on-exe flag of the specified handle."""
    return _posix.get_inheritable(windows_handles.descriptor(handle))


def set_handle_inheritable(handle: int, inheritable: bool, /) -> None:
    """Set the inheritable flag of the specified handle."""
    _posix.set_inheritable(windows_handles.descriptor(handle), inheritable)


def pipe() -> tuple[int, int]:
    """Create a pipe, which no child inherits by itself."""
    return call("pipes.make", _posix.O_CLOEXEC)


def access(path, mode: int, *, dir_fd=None, effective_ids=False, follow_symlinks=True) -> bool:
    """Use the real uid/gid to test for access to a path: everything that is there may be executed."""
    return _posix.access(path, mode & ~_posix.X_OK, dir_fd=dir_fd, effective_ids=effective_ids, follow_symlinks=follow_symlinks)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None) -> None:
    """Rename a file or directory; what is there already is not overwritten."""
    if src_dir_fd is not None or dst_dir_fd is not None:
        raise NotImplementedError("rename: src_dir_fd and dst_dir_fd unavailable on this platform")
    sys.audit("os.rename", src, dst, -1, -1)
    call("windows.rename", _checked(encoded(src)), _checked(encoded(dst)), paths=(src, dst))


def readlink(path, *, dir_fd=None):
    """Return a string representing the path to which the symbolic link points."""
    if dir_fd is not None:
        raise NotImplementedError("readlink: dir_fd unavailable on this platform")
    return _asked("windows.read_link", path)


def getlogin() -> str:
    """Return the actual login name."""
    return call("windows.user_name")


def listdrives() -> list[str]:
    """Return a list containing the names of drives in the system: there is one."""
    return ["C:\\"]
