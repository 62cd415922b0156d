"""A signal that does not come."""
import signal

from ready import ready

signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2])
ready()
signal.sigwaitinfo([signal.SIGUSR2])  # sigwait() goes on after an interrupt, sigwait(3)
