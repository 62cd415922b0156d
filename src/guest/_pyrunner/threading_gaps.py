"""Threads are not offered yet: starting one says so instead of failing without a word."""

import _thread

__all__ = ["apply"]

_WHY = "can't start new thread: threads are not offered by this version of py-runner yet"


def _refuse(*args, **kwargs):
    raise RuntimeError(_WHY)


def apply(module) -> None:
    """Runs after CPython's threading.py: its Thread.start asks these."""
    _thread.start_new_thread = _thread.start_joinable_thread = _thread.start_new = _refuse
    module._start_joinable_thread = _refuse
