"""Puts the functions for child processes where CPython's own modules look for them."""

import posix
from _operator import index

from _pyrunner import call

__all__ = ["install", "install_in_os"]


def pipe() -> tuple:
    """Create a pipe."""
    return call("pipes.make", posix.O_CLOEXEC)


def pipe2(flags, /) -> tuple:
    """Create a pipe with flags set atomically."""
    flags = index(flags)
    if not -0x80000000 <= flags <= 0x7FFFFFFF:
        raise OverflowError("Python int too large to convert to C int")
    return call("pipes.make", flags)


def install() -> None:
    """Before ``os`` takes its names from ``posix``, and ``subprocess`` its own from ``_posixsubprocess``."""
    import _posixsubprocess

    from _pyrunner import becoming, children, spawning, waiting

    for function in (*waiting.FUNCTIONS, *spawning.FUNCTIONS, *becoming.FUNCTIONS, pipe, pipe2):
        function.__module__ = "posix"
        setattr(posix, function.__name__, staticmethod(function))  # as an attribute of a class a C function does not bind either
    for name, value in spawning.CONSTANTS.items():
        setattr(posix, name, value)
    children.fork_exec.__module__ = "_posixsubprocess"
    _posixsubprocess.fork_exec = children.fork_exec


def install_in_os() -> None:
    """Where ``os`` would fork."""
    import os

    from _pyrunner.becoming import spawnvef

    os._spawnvef = spawnvef
