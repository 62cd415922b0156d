"""What starts a process without a shell; there are no children to wait for otherwise."""

import os
import sys

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
attempt("posix_spawn", lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[1])
attempt("spawnv", lambda: os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 3"]))
attempt("pipe", lambda: [fd > 2 for fd in os.pipe()])
attempt("popen", lambda: os.popen("echo read").read())
attempt("execv of what is absent", os.execv, "absent", ["absent"])
sys.stdout.flush()
attempt("execv", os.execv, "/bin/echo", ["echo", "executed"])
