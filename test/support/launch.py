"""Start one command as a plan says, wait for it and for all that it leaves behind, and end as it ended.

Node's child_process encodes arguments and environment as UTF-8, opens no child with a closed descriptor and sees only
its direct child; this program does the rest. Its one argument is the plan as JSON, bytes in hexadecimal:
{"argv": [...], "env": [[name, value], ...], "closed": [descriptor, ...], "umask": number or null}.
"""
import ctypes
import json
import os
import resource
import signal
import sys

PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h: orphaned descendants become children of this process
CANNOT_START = 127


def main() -> None:
    plan = json.loads(sys.argv[1])
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    child = os.fork()
    if child == 0:
        become(plan)
    end_like(wait_for_all(child))


def become(plan: dict) -> None:
    try:
        # Python ignores these two, and an ignored signal stays ignored over execve(2).
        for number in (signal.SIGPIPE, signal.SIGXFSZ):
            signal.signal(number, signal.SIG_DFL)
        if plan["umask"] is not None:
            os.umask(plan["umask"])
        argv = [bytes.fromhex(word) for word in plan["argv"]]
        env = {bytes.fromhex(name): bytes.fromhex(value) for name, value in plan["env"]}
        for descriptor in plan["closed"]:
            os.close(descriptor)
        os.execve(argv[0], argv, env)
    except OSError as error:
        os.write(2, f"launch.py: {error}\n".encode())
    finally:
        os._exit(CANNOT_START)


def wait_for_all(child: int) -> int:
    """Return the wait status of `child` once no descendant is left."""
    status = 0
    while True:
        try:
            pid, ended = os.wait()
        except ChildProcessError:
            return status
        if pid == child:
            status = ended


def end_like(status: int) -> None:
    if os.WIFSIGNALED(status):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        number = os.WTERMSIG(status)
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    os._exit(os.WEXITSTATUS(status))


main()
