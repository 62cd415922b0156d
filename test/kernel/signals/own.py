"""kill(2) to oneself, masks and what waits for them: sigpending(2), sigwait(3), sigtimedwait(2)."""

import os
import signal


def heard(number, frame):
    print("heard", signal.Signals(number).name)


def send(number):
    os.kill(os.getpid(), number)
    print("sent", signal.Signals(number).name)


for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGHUP):
    print(signal.signal(number, heard))
    send(number)
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
send(signal.SIGHUP)
send(signal.SIGWINCH)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))
send(signal.SIGUSR1)
send(signal.SIGUSR2)
print(sorted(signal.sigpending()))
print(signal.sigwait([signal.SIGUSR2]), sorted(signal.sigpending()))
print(signal.sigtimedwait([signal.SIGUSR2], 0.05))
print(signal.sigtimedwait([signal.SIGUSR1], 0.05).si_signo)
send(signal.SIGUSR1)
print(sorted(signal.pthread_sigmask(signal.SIG_SETMASK, [])))
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
