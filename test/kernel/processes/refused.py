"""What would copy the process; there are no children to wait for otherwise."""

import os

from facts import attempt


def forked() -> int:
    pid = os.fork()
    if pid == 0:
        os._exit(7)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


attempt("fork", forked)
attempt("wait without children", os.wait)
attempt("waitpid without children", os.waitpid, -1, 0)
attempt("waitpid of a stranger", os.waitpid, 1, os.WNOHANG)
