"""Waiting for child processes: os.wait and its kin, over the host.

Signatures and errors are those of CPython's Modules/posixmodule.c.  Of what a child used
the host knows a part: what it does not know raises when it is read (``resource``).
"""

import posix
from _operator import index

from _pyrunner import call, run_handlers

__all__ = ["FUNCTIONS"]

_NO_SUCH_OPTION = ~(posix.WNOHANG | posix.WUNTRACED | posix.WCONTINUED)
_WEXITED, _WNOWAIT = 4, 0x1000000
_P_ALL, _P_PID, _P_PGID = 0, 1, 2
_CLD_EXITED, _CLD_KILLED = 1, 2
_SIGCHLD = 17


def wait() -> tuple:
    """Wait for completion of a child process."""
    return waitpid(-1, 0)


def waitpid(pid, options, /) -> tuple:
    """Wait for completion of a given child process."""
    return _ended(pid, options)[:2]


def _ended(pid, options) -> tuple:
    pid, options = index(pid), index(options)
    if options & _NO_SUCH_OPTION:
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    ended = call("processes.wait", pid, not options & posix.WNOHANG, False)
    run_handlers()  # of signals that the child sent before it ended
    return ended


def wait3(options) -> tuple:
    """Wait for completion of a child process."""
    return wait4(-1, options)


def wait4(pid, options) -> tuple:
    """Wait for completion of a specific child process."""
    import resource

    pid, status, used = _ended(pid, options)
    return pid, status, resource.struct_rusage(used or (0.0, 0.0) + (0,) * 14)  # none of none


def waitid(idtype, id, options, /):
    """Returns the result of waiting for a process or processes."""
    which = {_P_ALL: -1, _P_PID: index(id), _P_PGID: -index(id)}.get(idtype)
    if which is None or not options & _WEXITED:
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    pid, status, _ = call("processes.wait", which, not options & posix.WNOHANG, bool(options & _WNOWAIT))
    if not pid:
        return None
    signal = status & 0x7F
    return posix.waitid_result((pid, posix.getuid(), _SIGCHLD, signal or status >> 8, _CLD_KILLED if signal else _CLD_EXITED))


FUNCTIONS = (wait, waitpid, wait3, wait4, waitid)
