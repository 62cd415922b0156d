"""os.exec* and os.spawn*: becoming another program, and starting one as a fork that becomes it would.

A WebAssembly guest cannot be replaced.  Its program runs as a child instead, in its place:
the guest closes what it has open, hands on the signals that it gets, and ends as the
program ends.  What Python had buffered is lost and nothing registered with atexit runs, as
on any system.
"""

import posix

from _pyrunner import call
from _pyrunner.children import EVERYTHING, NO_RIGHTS, encoded_arguments, encoded_environment, spawn, unborn
from _pyrunner.host_functions import encoded

__all__ = ["FUNCTIONS", "spawnvef"]

_HANDED_ON = (1, 3, 10, 12, 15)  # SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGTERM
_SIGINT = 2  # a terminal sends it to both
_COULD_NOT_EXECUTE = 127 << 8
_MOST_DESCRIPTORS = 1 << 20


def execv(path, argv, /) -> None:
    """Execute an executable path with arguments, replacing current process."""
    if not isinstance(argv, (tuple, list)):
        raise TypeError("execv() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError("execv() arg 2 must not be empty")
    if not argv[0]:
        raise ValueError("execv() arg 2 first element cannot be empty")
    _become((), path, argv, None)


def execve(path, argv, env) -> None:
    """Execute an executable path with arguments, replacing current process."""
    if not isinstance(argv, (tuple, list)):
        raise TypeError("execve: argv must be a tuple or list")
    if not argv:
        raise ValueError("execve: argv must not be empty")
    if not hasattr(env, "keys"):
        raise TypeError("execve: environment must be a mapping object")
    if not argv[0]:
        raise ValueError("execve: argv first element cannot be empty")
    _become((path,), path, argv, encoded_environment(env))


def _become(named: tuple, path, argv, environment) -> None:
    """*named*: what an error names the file by."""
    file = posix.readlink(f"/proc/self/fd/{path}".encode()) if isinstance(path, int) else encoded(path)
    started = spawn((file,), encoded_arguments(argv), environment, None, None, EVERYTHING, NO_RIGHTS)
    if not isinstance(started, int):
        raise OSError(started[1], posix.strerror(started[1]), *named)
    _live_as(started)


def _live_as(pid: int) -> None:
    import _signal

    def hand_on(number, frame) -> None:
        posix.kill(pid, number)

    for number in _HANDED_ON:
        if _signal.getsignal(number) is not _signal.SIG_IGN:
            _signal.signal(number, hand_on)
    _signal.signal(_SIGINT, _signal.SIG_IGN)
    posix.closerange(0, _MOST_DESCRIPTORS)
    _, status, _ = call("processes.wait", pid, True, False)
    if status & 0x7F:
        call("processes.end", status & 0x7F)
    posix._exit(status >> 8)


def spawnvef(mode, file, args, env, func):
    """Lib/os.py, _spawnvef: *func* is the function of os that the child would call."""
    import os

    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    try:
        argv = encoded_arguments(args)
        environment = None if env is None else encoded_environment(env)
        searches = func in (os.execvp, os.execvpe) and not os.path.dirname(file)
        folders = map(os.fsencode, os.get_exec_path(env)) if searches else ()
        candidates = [os.path.join(folder, encoded(file)) for folder in folders] or [encoded(file)]
        pid = spawn(candidates, argv, environment, None, None, EVERYTHING, NO_RIGHTS)
    except Exception:  # the child would have met it
        pid = None
    if not isinstance(pid, int):
        pid = unborn(_COULD_NOT_EXECUTE)
    if mode == os.P_NOWAIT:
        return pid
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


FUNCTIONS = (execv, execve)
