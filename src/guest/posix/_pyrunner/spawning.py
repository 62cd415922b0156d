"""posix_spawn over the host.  Signatures and errors are those of CPython's Modules/posixmodule.c."""

import posix
from _operator import index

from _pyrunner.children import NO_RIGHTS, RESTORED, encoded_arguments, encoded_environment, group_of, spawn
from _pyrunner.host_functions import encoded
from _pyrunner.refusals import NO_SCHEDULER, NO_SIGNAL_MASK, refuse

__all__ = ["CONSTANTS", "FUNCTIONS"]

_OPEN, _CLOSE, _DUP2, _CLOSEFROM = range(4)
_ACTIONS = {_OPEN: ("open", 4), _CLOSE: ("close", 1), _DUP2: ("dup2", 2), _CLOSEFROM: ("closefrom", 1)}
CONSTANTS = {
    "POSIX_SPAWN_OPEN": _OPEN,
    "POSIX_SPAWN_CLOSE": _CLOSE,
    "POSIX_SPAWN_DUP2": _DUP2,
    "POSIX_SPAWN_CLOSEFROM": _CLOSEFROM,
}


def posix_spawn(
    path, argv, env, /, *,
    file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None,
) -> int:
    """Execute the program specified by path in a new process."""
    return _spawn("posix_spawn", path, (path,), argv, env, file_actions, setpgroup, setsid, setsigmask, setsigdef, scheduler)


def posix_spawnp(
    path, argv, env, /, *,
    file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None,
) -> int:
    """Execute the program specified by path in a new process."""
    import os

    file = os.fsencode(path)
    folders = () if b"/" in file else map(os.fsencode, os.get_exec_path())
    candidates = [os.path.join(folder, file) for folder in folders] or [file]
    return _spawn("posix_spawnp", path, candidates, argv, env, file_actions, setpgroup, setsid, setsigmask, setsigdef, scheduler)


def _spawn(name, path, candidates, argv, env, file_actions, setpgroup, setsid, setsigmask, setsigdef, scheduler) -> int:
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}: argv must not be empty")
    if not argv[0]:
        raise ValueError(f"{name}: argv first element cannot be empty")
    if env is not None and not hasattr(env, "keys"):
        raise TypeError(f"{name}: environment must be a mapping object or None")
    if scheduler is not None:
        refuse(NO_SCHEDULER)
    from _pyrunner.signal_gaps import signal_numbers

    if signal_numbers(setsigmask):
        refuse(NO_SIGNAL_MASK)
    environment = None if env is None else encoded_environment(env)
    # A program that is to find a signal ignored goes through a shell, which would take its path for its name.
    restored = signal_numbers(setsigdef) + (() if argv[0] == path else RESTORED)
    group = None if setpgroup is None else group_of(index(setpgroup))
    rights = {**NO_RIGHTS, "session": bool(setsid), "group": group, "restored": restored}
    opened: list[int] = []
    try:
        plan = _plan(file_actions, opened)
        started = spawn(map(encoded, candidates), encoded_arguments(argv), environment, None, None, plan, rights)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None
    finally:
        for fd in opened:
            posix.close(fd)
    if not isinstance(started, int):
        raise OSError(started[1], posix.strerror(started[1]), path)
    return started


def _plan(file_actions, opened: list) -> tuple:
    """The actions in order, as descriptors of ours by the child's numbers; files opened on the way are added to *opened*."""
    close_from, moves = None, {}
    for action in () if file_actions is None else file_actions:
        if not isinstance(action, tuple) or not action:
            raise TypeError("Each file_actions element must be a non-empty tuple")
        kind, *rest = action
        name, length = _ACTIONS.get(index(kind), ("", 0))
        if not name:
            raise TypeError("Unknown file_actions identifier")
        if len(rest) != length:
            raise TypeError(f"A {name} file_action tuple must have {length + 1} elements")
        rest[0] = index(rest[0])
        if kind == _OPEN:
            fd, path, flags, mode = rest
            opened.append(posix.open(path, flags, mode))
            moves[fd] = opened[-1]
        elif kind == _CLOSE:
            (fd,) = rest
            moves[fd] = -1
        elif kind == _DUP2:
            fd, target = rest
            moves[index(target)] = moves.get(fd, fd)
        else:
            (fd,) = rest
            close_from = fd if close_from is None else min(fd, close_from)
            moves = {child: own for child, own in moves.items() if child < fd}
    return close_from, tuple(moves.items())


FUNCTIONS = (posix_spawn, posix_spawnp)
