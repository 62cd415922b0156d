"""Waiting for child processes: os.wait and its kin, over the host.

Signatures and errors are those of CPython's Modules/posixmodule.c.  Of what a child used
the host knows a part: what it does not know raises when it is read (``resource``).  That a
child was stopped, or goes on, is seen by looking again and again: Node is told of its end only.
"""

import posix
from _operator import index

from _pyrunner import call, run_handlers

__all__ = ["FUNCTIONS"]

_NO_SUCH_OPTION = ~(posix.WNOHANG | posix.WUNTRACED | posix.WCONTINUED)
_WSTOPPED, _WEXITED, _WNOWAIT = posix.WUNTRACED, 4, 0x1000000
_STATES = _WSTOPPED | posix.WCONTINUED
_P_ALL, _P_PID, _P_PGID = 0, 1, 2
_CLD_EXITED, _CLD_KILLED, _CLD_STOPPED, _CLD_CONTINUED = 1, 2, 5, 6
_SIGCHLD, _SIGCONT = 17, 18
_system = posix.system


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
    found = _found(pid, options | _WEXITED)
    run_handlers()  # of signals that the child sent before it ended
    return found


def _found(which: int, options: int) -> tuple:
    """What waitid(2) means by its options: pid, status as of waitpid(2), usage; a pid of 0 for none."""
    block, keep = not options & posix.WNOHANG, bool(options & _WNOWAIT)
    wanted = options & (_WEXITED | _STATES)
    return call("processes.wait", which, block, keep, None, wanted)


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
    if which is None or not options & (_WEXITED | _STATES):
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    pid, status, _ = _found(which, options)
    return posix.waitid_result((pid, posix.getuid(), _SIGCHLD, *_told(status))) if pid else None


def _told(status: int) -> tuple:
    """si_status and si_code."""
    if posix.WIFCONTINUED(status):
        return _SIGCONT, _CLD_CONTINUED
    if posix.WIFSTOPPED(status):
        return posix.WSTOPSIG(status), _CLD_STOPPED
    signal = status & 0x7F
    return (signal, _CLD_KILLED) if signal else (status >> 8, _CLD_EXITED)


def system(command) -> int:
    """Execute the command in a subshell."""
    status = _system(command)
    run_handlers()  # of signals that came meanwhile
    return status


FUNCTIONS = (wait, waitpid, wait3, wait4, waitid, system)
