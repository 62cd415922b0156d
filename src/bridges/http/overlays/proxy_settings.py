"""The system's own settings of proxies, as a program of the system prints them.

CPython asks the system each time, which is cheap there.  Here it takes a process, and
``urllib.request`` asks anew for every request through a proxy: for some seconds the
answer stands.  Nothing of this is loaded before somebody asks.
"""

from time import monotonic

from _pyrunner import call

__all__ = ["read"]

_STANDS_SECONDS = 5.0
_known: dict = {}  # program: its settings, and until when they stand


def read(tool: str, program: str) -> dict | None:
    """What *program* tells, called as *tool* is and read as its words are (proxy-settings.ts); None where it tells nothing."""
    settings, until = _known.get(program, (None, 0.0))
    if monotonic() >= until:
        settings = call("http.proxy_settings", tool, program)
        _known[program] = settings, monotonic() + _STANDS_SECONDS
    return settings
