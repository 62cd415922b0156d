"""Child processes over the host: what CPython's C modules do with fork and exec, in one step.

Signatures, defaults and errors are those of CPython's Modules/posixmodule.c and
Modules/_posixsubprocess.c.  A program that cannot be started leaves a child behind that
has ended already, as one that forked and failed to execute would.
"""

import posix

from _pyrunner import call
from _pyrunner.posix_processes import identifier
from _pyrunner.refusals import NO_FORK, NO_GROUPS, NO_PROCESS_GROUP, refuse

__all__ = [
    "EVERYTHING", "NO_RIGHTS", "RESTORED", "encoded_arguments", "encoded_environment", "fork_exec", "group_of", "spawn", "unborn",
]

EVERYTHING = (None, ())
# Signals that CPython ignores by itself and a child does not find ignored: Python/pylifecycle.c, _Py_RestoreSignals.
RESTORED = (13, 25)  # SIGPIPE, SIGXFSZ
NO_RIGHTS = {"session": False, "group": None, "uid": None, "gid": None, "restored": RESTORED}
_STANDARD = 3
_BEFORE_EXEC = {"chdir": "noexec:chdir", "group": "noexec", "exec": ""}  # Modules/_posixsubprocess.c, child_exec
_FAILED_BEFORE_EXEC = 255 << 8  # Modules/_posixsubprocess.c, do_fork_exec: _exit(255)


def spawn(candidates, argv, environment, cwd, umask, plan, rights):
    """Start a program: its pid, or a tuple of where it failed and the errno."""
    return call("processes.spawn", tuple(candidates), tuple(argv), environment, cwd, umask, plan, rights)


def unborn(status: int) -> int:
    """The pid of a child that ended with *status* before it was its program."""
    return call("processes.unborn", status)


def group_of(process_group: int) -> int:
    """*process_group* as it is, where the host can start a child in it (0: one of its own)."""
    if not call("processes.can_join", process_group):
        refuse(NO_PROCESS_GROUP)
    return process_group


def encoded_arguments(argv) -> tuple:
    """Words as C strings (Modules/posixmodule.c, fsconvert_strdup)."""
    return tuple(map(_encoded_word, argv))


def _encoded_word(word) -> bytes:
    from os import fsencode

    word = fsencode(word)
    if b"\0" in word:
        raise ValueError("embedded null byte")
    return word


def encoded_environment(env) -> tuple:
    """NAME=value entries of a mapping (Modules/posixmodule.c, parse_envlist)."""
    entries = []
    for name, value in zip(env.keys(), env.values(), strict=True):
        name, value = _encoded_word(name), _encoded_word(value)
        if not name or b"=" in name[1:]:
            raise ValueError("illegal environment variable name")
        entries.append(name + b"=" + value)
    return tuple(entries)


def fork_exec(
    args, executable_list, close_fds, pass_fds, cwd, env,
    p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write,
    restore_signals, start_new_session, process_group, gid, extra_groups, uid, umask, preexec_fn, /,
) -> int:
    """Spawn a fresh new child process."""
    if preexec_fn is posix.setsid:
        start_new_session = True
    elif preexec_fn is posix.setpgrp:
        process_group = 0
    elif preexec_fn is not None:
        refuse(NO_FORK)
    if extra_groups is not None:
        refuse(NO_GROUPS)
    if close_fds and errpipe_write < _STANDARD:
        raise ValueError("errpipe_write must be >= 3")
    if any(fd < 0 for fd in pass_fds):
        raise ValueError("bad value(s) in fds_to_keep")
    if min(p2cread, c2pwrite, errwrite) < -1:  # -1: as it is
        import errno

        raise OSError(errno.EBADF, posix.strerror(errno.EBADF))
    uid = None if uid is None else identifier(uid, "uid")
    gid = None if gid is None else identifier(gid, "gid")
    moves = [(fd, -1) for fd in (p2cwrite, c2pread, errread, errpipe_read, errpipe_write) if fd >= _STANDARD]
    moves += [(fd, fd) for fd in pass_fds if fd != errpipe_write]
    moves += [(child, own) for child, own in enumerate((p2cread, c2pwrite, errwrite)) if own != -1]
    plan = (_STANDARD if close_fds else None, tuple(moves))
    group = None if process_group < 0 else group_of(process_group)
    restored = RESTORED if restore_signals else ()
    rights = {"session": bool(start_new_session), "group": group, "uid": uid, "gid": gid, "restored": restored}
    environment = None if env is None else tuple(map(_encoded_word, env))
    folder = None if cwd is None else _encoded_word(cwd)
    pid = spawn(executable_list, encoded_arguments(args), environment, folder, None if umask < 0 else umask, plan, rights)
    if isinstance(pid, int):
        return pid
    where, number = pid
    posix.write(errpipe_write, f"OSError:{number:X}:{_BEFORE_EXEC[where]}".encode())
    return unborn(_FAILED_BEFORE_EXEC)
