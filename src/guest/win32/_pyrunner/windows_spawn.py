"""Programs by ``os.system`` and the spawn family, as Windows' C runtime starts them: words joined by blanks, nothing quoted.

Signatures and errors are those of CPython's Modules/posixmodule.c; behaviour is that of the runtime's
spawnv.cpp and system.cpp.
"""

import _posix
from _operator import index
from _pyrunner import call, windows_handles as handles

__all__ = ["FUNCTIONS"]

_P_WAIT, _P_NOWAIT, _P_NOWAITO, _P_DETACH = 0, 1, 3, 4
_EXTENSIONS = (".com", ".exe", ".bat", ".cmd")


def system(command: str) -> int:
    """Execute the command in a subshell."""
    if not isinstance(command, str):
        raise TypeError(f"system() argument 'command' must be str, not {type(command).__name__}")
    import os

    words = ["/c", command]
    shells = [shell for shell in (os.environ.get("ComSpec"), "cmd.exe") if shell]
    for shell in shells:
        try:
            pid = _started(shell if shell != "cmd.exe" else None, [shell, *words], None, False)
        except OSError:
            return -1
        if pid is not None:
            return _exit_code(handles.register(pid))
    return -1


def spawnv(mode: int, path, argv, /) -> int:
    """Execute the program specified by path in a new process."""
    return _spawn("spawnv", mode, path, argv, None)


def spawnve(mode: int, path, argv, env, /) -> int:
    """Execute the program specified by path in a new process."""
    if not hasattr(env, "keys"):
        raise TypeError("spawnve() arg 3 must be a mapping object")
    return _spawn("spawnve", mode, path, argv, tuple(_encoded(f"{name}={value}") for name, value in env.items()))


def waitpid(pid: int, options: int, /) -> tuple[int, int]:
    """Wait for completion of a given process: *pid* is its handle."""
    handle = index(pid)
    index(options)
    try:
        handles.process(handle)
    except OSError:
        import errno

        raise ChildProcessError(errno.ECHILD, _posix.strerror(errno.ECHILD)) from None
    return handle, _exit_code(handle) << 8


def _spawn(name: str, mode: int, path, argv, environment) -> int:
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name}() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}() arg 2 cannot be empty")
    words = [_word(word) for word in argv]
    if not words[0]:
        raise ValueError(f"{name}() arg 2 first element cannot be empty")
    import errno

    mode = index(mode)
    if mode not in (_P_WAIT, _P_NOWAIT, _P_NOWAITO, _P_DETACH):
        raise OSError(errno.EINVAL, _posix.strerror(errno.EINVAL))
    file = _word(path)
    has_extension = "." in file.replace("/", "\\").rpartition("\\")[2]
    for candidate in [file] if has_extension else [file + extension for extension in _EXTENSIONS]:
        pid = _started(candidate, words, environment, mode == _P_DETACH)
        if pid is not None:
            break
    else:
        raise OSError(errno.ENOENT, _posix.strerror(errno.ENOENT))
    if mode == _P_DETACH:
        return 0
    handle = handles.register(pid)
    return _exit_code(handle) if mode == _P_WAIT else handle


def _word(word) -> str:
    word = _posix.fspath(word)
    if isinstance(word, bytes):
        word = word.decode("utf-8", "surrogatepass")
    if "\0" in word:
        raise ValueError("embedded null character")
    return word


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _started(application: str | None, words: list[str], environment, detached: bool) -> int | None:
    """The pid; None where there is no such program."""
    file, line = application and _encoded(application), _encoded(" ".join(words))
    rights = {"session": detached, "group": None, "uid": None, "gid": None}
    try:
        return call("processes.create", file, line, environment, None, (None, ()), rights)
    except (FileNotFoundError, PermissionError):
        return None


def _exit_code(handle: int) -> int:
    process = handles.process(handle)
    process.wait(None)
    handles.close(handle)
    return process.exit_code


FUNCTIONS = {each.__name__: each for each in (system, spawnv, spawnve, waitpid)}
