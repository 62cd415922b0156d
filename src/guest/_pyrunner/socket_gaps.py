"""Sockets are not offered yet: making one says so."""

from _pyrunner.refusals import NO_SOCKETS, explain

__all__ = ["apply"]


def apply(module) -> None:
    """Runs after CPython's socket.py: its class begins with this."""
    module.socket.__init__ = explain(module.socket.__init__, NO_SOCKETS)
