"""os.kill: whether a process is there, and what a signal does to it."""

import os
import signal

from facts import attempt, fact

attempt("oneself, no signal", os.kill, os.getpid(), 0)
attempt("nobody", os.kill, 999999999, 0)
attempt("nobody, with a signal", os.kill, 999999999, signal.SIGTERM)
attempt("a signal that is none", os.kill, os.getpid(), 65)
attempt("a negative signal", os.kill, os.getpid(), -1)
attempt("text", os.kill, "1", 0)
attempt("too large", os.kill, 1 << 40, 0)

os.mkfifo("said")
CHILD = """
trap 'echo TERM > said; exit' TERM
trap 'echo USR1 > said' USR1
sh -c 'echo $PPID' > pid
echo ready > said
while :; do sleep 0.05; done
"""
os.system(f"({CHILD}) &")
fact("a child of a shell", open("said").read())
pid = int(open("pid").read())
attempt("is there", os.kill, pid, 0)
attempt("SIGUSR1", lambda: os.kill(pid, signal.SIGUSR1) or open("said").read())
attempt("SIGTERM", lambda: os.kill(pid, signal.SIGTERM) or open("said").read())
os.system("(sh -c 'echo $PPID' > pid; exec 3> said; exec sleep 1000) &")
with open("said") as stream:
    pid = int(open("pid").read())
    attempt("SIGKILL", os.kill, pid, signal.SIGKILL)
    fact("the end of its output", stream.read())
attempt("killpg", lambda: os.killpg(os.getpgrp(), 0))
attempt("killpg of nobody", os.killpg, 999999999, 0)
