"""Children that are stopped and go on: WUNTRACED, WCONTINUED, WSTOPPED. What a stop is told as, once each, and what it hides."""

import os
import signal

from facts import attempt, fact


def start(script):
    return os.spawnv(os.P_NOWAIT, "/bin/sh", ["sh", "-c", script])


def told(answer):
    return None if answer is None else (answer.si_pid == child, answer.si_signo, answer.si_status, answer.si_code)


child = start("kill -STOP $$; exit 5")
pid, status = os.waitpid(child, os.WUNTRACED)
fact("stopped", pid == child, os.WIFSTOPPED(status), signal.Signals(os.WSTOPSIG(status)), os.WIFEXITED(status))
fact("told once", os.waitpid(child, os.WUNTRACED | os.WNOHANG))
os.kill(child, signal.SIGCONT)
pid, status = os.waitpid(-1, os.WCONTINUED)
fact("goes on", pid == child, os.WIFCONTINUED(status))
fact("ended", os.waitpid(child, os.WUNTRACED | os.WCONTINUED) == (child, 5 << 8))

os.mkfifo("wait")
# In a group of its own: where nobody in a session could let a group go on, it does not stop for SIGTSTP. POSIX, 2.4.3.
child = os.posix_spawn("/bin/sh", ["sh", "-c", "kill -TSTP $$; read line < wait; exit 6"], os.environ, setpgroup=0)
fact("kept", told(os.waitid(os.P_PID, child, os.WSTOPPED | os.WNOWAIT)))
fact("taken", told(os.waitid(os.P_ALL, 0, os.WSTOPPED | os.WEXITED)))
fact("no more", told(os.waitid(os.P_PID, child, os.WSTOPPED | os.WNOHANG)))
for _ in range(2):
    os.kill(child, signal.SIGCONT)
    os.kill(child, signal.SIGSTOP)
    fact("another stop", told(os.waitid(os.P_PID, child, os.WSTOPPED)))
os.kill(child, signal.SIGCONT)
fact("continued", told(os.waitid(os.P_PID, child, os.WCONTINUED)))
open("wait", "w").write("\n")
fact("exited", told(os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)))
attempt("stops of one that has ended", os.waitid, os.P_PID, child, os.WSTOPPED)
fact("exited", told(os.waitid(os.P_PID, child, os.WEXITED)))
attempt("nothing asked for", os.waitid, os.P_ALL, 0, os.WNOHANG)
attempt("no children", os.waitid, os.P_ALL, 0, os.WSTOPPED)
