"""The guest's one door to its host besides system calls.

``call(service, *args)`` asks the host; arguments and answer are None, bool, int,
float, str, bytes, tuples and dicts with str keys.  ``_call`` is set by the engine
when the interpreter has started.
"""

from marshal import dumps, loads

__all__ = ["HostFailure", "call", "nothing", "run_handlers"]

_MARSHAL_VERSION = 2


class HostFailure(Exception):
    """A host service failed in a way that no errno describes."""


def run_handlers() -> None:
    """Run the handlers of signals that have come, at once: between instructions CPython asks only now and then."""
    _check_signals()


def _check_signals() -> None:
    """PyErr_CheckSignals, where the platform has a way to call it: signal_gaps puts it here."""


def nothing() -> None:
    """Has the evaluation loop compiled, where that matters (engine/flags.ts, withLateTierUp)."""


def call(service: str, *args: object, data: bytes = b"", paths: tuple = ()) -> object:
    """Ask the host for *service*.

    *data* is any bytes-like object that travels beside the arguments without
    being copied into them.  *paths* (at most two) become the file names of the
    OSError that a failing service raises.
    """
    request = dumps((service, *args), _MARSHAL_VERSION)
    while True:
        answer = _call(request, data)  # noqa: F821 - set by the engine
        if answer == b"n":
            return None
        kind = answer[:1]
        if kind == b"b":
            return answer[1:]
        if kind == b"v":
            return loads(answer[1:])
        name, number, words, attributes = loads(answer[1:])
        if name == "EINTR":
            run_handlers()  # PEP 475: then ask again
            continue
        if not number:
            raise HostFailure(words)
        error = OSError(number, words, paths[0], None, paths[1]) if len(paths) == 2 else OSError(number, words, *paths)
        for attribute, value in attributes.items():
            setattr(error, attribute, value)
        raise error
