"""Signals that come while a call waits on: what is left of a time is waited for, and os.system ends with its command."""

import os
import signal
import time

from facts import attempt, fact

came = []
signal.signal(signal.SIGALRM, lambda number, frame: came.append(number))


def meanwhile(function):
    came.clear()
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    since = time.monotonic()
    try:
        answer = function()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return answer, time.monotonic() - since >= 0.3, time.monotonic() - since < 5


# What it answers is left out: 3.11 may take the last interrupt for the signal.
fact("sigtimedwait", meanwhile(lambda: signal.sigtimedwait([signal.SIGUSR2], 0.3))[1:], len(came) > 1)
fact("system", meanwhile(lambda: os.system("sleep 0.3; exit 2")))


class Late(Exception):
    pass


def late(number, frame):
    raise Late


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    os.system("sleep 0.3; touch done")
except Late:
    fact("a handler that raises", os.path.exists("done"))
for number in (signal.SIGKILL, signal.SIGSTOP):
    attempt("cannot be handled", signal.signal, number, late)
    attempt("nor ignored", signal.signal, number, signal.SIG_IGN)
fact("words", [signal.strsignal(number) for number in range(1, signal.NSIG)])
attempt("words of none", signal.strsignal, 0)
fact("the first real-time signal", int(signal.SIGRTMIN), signal.Signals(34).name, signal.SIGCLD is signal.SIGCHLD)
