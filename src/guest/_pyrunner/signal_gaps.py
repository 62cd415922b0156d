"""What the C module ``_signal`` of this build lacks or cannot know: timers, waiting, and signals from outside.

Signatures and errors are those of CPython's Modules/signalmodule.c.
"""

import _pyrunner
import _signal
import posix
from _operator import index
from marshal import dumps

from _pyrunner import call, run_handlers

__all__ = ["install", "signal_numbers"]

_signal_c, _pthread_sigmask, _strsignal_c = _signal.signal, _signal.pthread_sigmask, _signal.strsignal


def signal(signalnum, handler, /):
    """Set the action for the given signal."""
    if index(signalnum) in _UNCHANGEABLE:  # sigaction(2); this C library's asks nobody
        import errno

        raise OSError(errno.EINVAL, posix.strerror(errno.EINVAL))
    call("signals.look")  # what has come up to now is for the action that there was
    run_handlers()
    old = _signal_c(signalnum, handler)
    call("signals.dispose", index(signalnum), _DISPOSITION.get(handler, "handle") if isinstance(handler, int) else "handle")
    return old


_UNCHANGEABLE = (_signal.SIGKILL, _signal.SIGSTOP)
_DISPOSITION = {_signal.SIG_DFL: "default", _signal.SIG_IGN: "ignore"}


def pthread_sigmask(how, mask, /):
    """Fetch and/or change the signal mask of the calling thread."""
    before = _pthread_sigmask(how, mask)
    call("signals.block", tuple(map(int, _pthread_sigmask(_signal.SIG_BLOCK, ()))))
    _check_signals()  # what is no longer blocked comes before the call returns: pthread_sigmask(3p)
    return before


def sigpending() -> set:
    """Examine pending signals."""
    return set(call("signals.pending"))


def strsignal(signalnum, /) -> str | None:
    """Return the system description of the given signal."""
    number = index(signalnum)
    if number < _FIRST_REAL_TIME or number >= _signal.NSIG:
        return _WORDS.get(number) or _strsignal_c(number)
    return f"Real-time signal {number - _SIGRTMIN}" if number >= _SIGRTMIN else None


# As the C library of most systems has it, glibc; this one keeps one signal more to itself and has other words.
_FIRST_REAL_TIME, _SIGRTMIN = 32, 34
_WORDS = {_signal.SIGFPE: "Floating point exception", _signal.SIGCHLD: "Child exited"}


def raise_signal(signalnum, /) -> None:
    """Send a signal to the executing process."""
    posix.kill(posix.getpid(), signalnum)


def pthread_kill(thread_id, signalnum, /) -> None:
    """Send a signal to a thread."""
    import _thread

    if index(thread_id) != _thread.get_ident():
        import errno

        raise ProcessLookupError(errno.ESRCH, posix.strerror(errno.ESRCH))
    posix.kill(posix.getpid(), signalnum)


def alarm(seconds, /) -> int:
    """Arrange for SIGALRM to arrive after the given number of seconds."""
    seconds = index(seconds)
    if not -0x80000000 <= seconds <= 0x7FFFFFFF:
        raise OverflowError("Python int too large to convert to C int")
    left, _ = call("signals.timer", _signal.ITIMER_REAL, seconds & 0xFFFFFFFF, 0)
    return 0 if left == 0 else max(1, round(left))


def setitimer(which, seconds, interval=0.0, /) -> tuple:
    """Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF)."""
    return _timer(which, _seconds(seconds), _seconds(interval))


def getitimer(which, /) -> tuple:
    """Returns current value of given itimer."""
    return _timer(which, None, None)


def _timer(which, *setting) -> tuple:
    try:
        return tuple(map(float, call("signals.timer", index(which), *setting)))
    except OSError as error:
        raise _signal.ItimerError(*error.args) from None


def _seconds(value) -> float:
    seconds = float(value)
    if seconds < 0:
        import errno

        raise _signal.ItimerError(errno.EINVAL, posix.strerror(errno.EINVAL))
    return seconds


_PAUSE = dumps(("signals.pause",), _pyrunner._MARSHAL_VERSION)


def pause() -> None:
    """Wait until a signal arrives."""
    _pyrunner._call(_PAUSE, b"")  # nothing else: a handler that ran between here and the call would be waited for in vain
    run_handlers()


def sigwait(sigset, /) -> int:
    """Wait for a signal."""
    return call("signals.wait", signal_numbers(sigset), None)


def sigwaitinfo(sigset, /):
    """Wait synchronously until one of the signals in *sigset* is delivered."""
    return _information(call("signals.wait", signal_numbers(sigset), None))


def sigtimedwait(sigset, timeout, /):
    """Like sigwaitinfo(), but with a timeout."""
    seconds = float(timeout)
    if seconds < 0:
        raise ValueError("timeout must be non-negative")
    from time import monotonic

    # Until when, and not how long: handlers of other signals run meanwhile, and what is left is waited for.
    found = call("signals.wait", signal_numbers(sigset), monotonic() + seconds)
    return None if found is None else _information(found)


def _information(number: int):
    return _signal.struct_siginfo((number, 0, 0, posix.getpid(), posix.getuid(), 0, 0))


def signal_numbers(sigset) -> tuple:
    """Modules/signalmodule.c, _Py_Sigset_Converter."""
    numbers = tuple(map(index, sigset))
    for number in numbers:
        if not 1 <= number < _signal.NSIG:
            raise ValueError(f"signal number {number} out of range [1; {_signal.NSIG - 1}]")
    return numbers


def _check_signals() -> None:
    _pthread_sigmask(_signal.SIG_BLOCK, ())  # PyErr_CheckSignals is at its end (Modules/signalmodule.c)


def install() -> None:
    """Put the functions into ``_signal``, before ``signal`` takes its names from there."""
    _pyrunner._check_signals = _check_signals
    for function in (
        signal, pthread_sigmask, sigpending, raise_signal, pthread_kill, alarm, setitimer, getitimer,
        pause, sigwait, sigwaitinfo, sigtimedwait, strsignal,
    ):
        function.__module__ = "signal"
        setattr(_signal, function.__name__, function)
    _signal.SIGRTMIN, _signal.SIGCLD = _SIGRTMIN, _signal.SIGCHLD
    for number, name in enumerate(("ITIMER_REAL", "ITIMER_VIRTUAL", "ITIMER_PROF")):
        setattr(_signal, name, number)
    _signal.ItimerError = type("itimer_error", (OSError,), {"__module__": "signal"})
