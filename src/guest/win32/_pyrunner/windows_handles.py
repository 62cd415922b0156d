"""Handles over descriptors: a handle of a file or pipe is its descriptor's number times four, one of a process lies above.

So a handle and its descriptor are one: closing either closes both.  Handles of processes hold what became of the program.
"""

import _posix
from _pyrunner import call

__all__ = ["Process", "close", "descriptor", "duplicate", "handle", "process", "register"]

_FIRST_PROCESS = 0x1000000
CURRENT_PROCESS = 0xFFFFFFFF
_STEP = 4
_processes: dict = {}


class Process:
    """A program that was started: its exit code, once that is known."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.exit_code: int | None = None
        self.ended_by: int | None = None

    def wait(self, seconds: float | None) -> bool:
        """Whether it has ended, within *seconds*; None: whenever."""
        if self.exit_code is None:
            block = seconds is None or seconds > 0
            pid, status, _ = call("processes.wait", self.pid, block, False, seconds)
            if pid:
                signal = status & 0x7F
                self.exit_code = (signal if self.ended_by is None else self.ended_by) if signal else status >> 8
        return self.exit_code is not None

    def terminate(self, exit_code: int) -> None:
        """End it, so that *exit_code* is what it ended with."""
        if self.wait(0):
            raise _failure(5)
        self.ended_by = exit_code
        _posix.kill(self.pid, 9)


def register(pid: int) -> int:
    """The handle of a program that was started."""
    number = _FIRST_PROCESS + _STEP * (len(_processes) + 1)
    while number in _processes:
        number += _STEP
    _processes[number] = Process(pid)
    return number


def process(number: int) -> Process:
    """What a handle of a process stands for."""
    if number not in _processes:
        raise _failure(6)
    return _processes[number]


def handle(fd: int) -> int:
    """The handle of an open descriptor."""
    _posix.fstat(fd)
    return fd * _STEP + _STEP


def descriptor(number: int) -> int:
    """The descriptor of a handle."""
    if not 0 < number < _FIRST_PROCESS or number % _STEP:
        raise _failure(6)
    return number // _STEP - 1


def duplicate(number: int, inheritable: bool) -> int:
    """Another handle of the same file."""
    fd = _posix.dup(descriptor(number))
    _posix.set_inheritable(fd, inheritable)
    return handle(fd)


def close(number: int) -> None:
    """Give a handle up; a program goes on."""
    if number in _processes:
        del _processes[number]
    elif number != CURRENT_PROCESS:
        _posix.close(descriptor(number))


def _failure(code: int) -> OSError:
    error = call("windows.error", code)
    failed = OSError(error[0], error[1])
    failed.winerror = code
    return failed
