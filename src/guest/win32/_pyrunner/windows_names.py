"""Data of the module ``nt``: which names it has from the engine's C module, which constants, what it refuses and why."""

import _posix
from _pyrunner.host_functions import refused

__all__ = ["CONSTANTS", "FROM_POSIX", "REFUSED"]

FROM_POSIX = (
    "EX_OK", "F_OK", "O_APPEND", "O_CREAT", "O_EXCL", "O_RDONLY", "O_RDWR", "O_TRUNC", "O_WRONLY", "R_OK", "TMP_MAX", "W_OK",
    "X_OK",
    "_exit", "_inputhook", "_is_inputhook_installed", "abort", "chdir", "chmod", "close", "closerange", "device_encoding", "dup",
    "dup2", "error", "fchmod", "fspath", "fstat", "fsync", "ftruncate", "get_blocking", "get_inheritable", "get_terminal_size",
    "getcwd", "getcwdb", "isatty", "kill", "listdir", "lseek", "lstat", "mkdir", "open", "putenv", "read", "readinto",
    "remove", "replace", "rmdir", "set_blocking", "set_inheritable", "stat", "stat_result", "statvfs_result", "strerror",
    "terminal_size", "times", "times_result", "truncate", "umask", "uname_result", "unlink", "unsetenv", "urandom", "utime",
    "waitstatus_to_exitcode", "write",
)

CONSTANTS = {
    # Descriptors carry bytes as they are, which is what O_BINARY asks for: the bit is O_LARGEFILE's, always set.
    "O_BINARY": 0o100000,
    "O_NOINHERIT": _posix.O_CLOEXEC,
    # The file goes when it is closed: the kernel's own bit.
    "O_TEMPORARY": 0o100000000,
    # Hints for caches.
    "O_RANDOM": 0,
    "O_SEQUENTIAL": 0,
    "O_SHORT_LIVED": 0,
    # Modes of the spawn family (process.h).
    "P_WAIT": 0,
    "P_NOWAIT": 1,
    "P_OVERLAY": 2,
    "P_NOWAITO": 3,
    "P_DETACH": 4,
}

_NO_SHELL = "the desktop's shell, which knows what opens a file, is not offered on this platform yet"
_NO_EXEC = "becoming another program is not offered on this platform yet; subprocess and spawnv start one"
_NO_DLL = "no foreign library can be loaded into this Python: it runs inside WebAssembly"

REFUSED = {
    name: refused(name, why)
    for why, names in {
        _NO_SHELL: ("startfile",),
        _NO_EXEC: ("execv", "execve"),
        _NO_DLL: ("_add_dll_directory", "_remove_dll_directory"),
        "symbolic links cannot be made on this platform yet": ("symlink",),
        "volumes are not offered on this platform yet": ("listmounts", "listvolumes"),
    }.items()
    for name in names
}
