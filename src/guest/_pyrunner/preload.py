"""Modules that a snapshot holds already: what every run needs, then what scripts import most."""

import gc
import sys
import time

__all__ = ["preload_often", "preload_start"]

# What main, start and their kin import when a run asks for it.
_START = ("_locale", "_contextvars", "importlib.machinery", "io", "linecache", "warnings")
_OFTEN = (
    "argparse", "base64", "collections", "configparser", "contextlib", "csv", "datetime", "fnmatch", "functools",
    "getopt", "getpass", "glob", "hashlib", "itertools", "json", "logging", "optparse", "os", "pathlib", "platform",
    "pprint", "random", "re", "shlex", "shutil", "signal", "socket", "stat", "string", "subprocess", "tempfile",
    "textwrap", "time", "traceback", "typing", "urllib.error", "urllib.parse", "urllib.request", "zipfile",
    "linecache", "runpy", "dataclasses", "ipaddress", "uuid", "xml.etree.ElementTree", "threading", "webbrowser",
)

_before: frozenset = frozenset()


def preload_start() -> None:
    """Import what starts and ends a run."""
    global _before
    _before = frozenset(sys.modules)
    for name in _START:
        __import__(name)

    import _pyrunner.dialect.prefilter  # and re, which a start without a snapshot does without
    import _pyrunner.dialect.rule
    import _pyrunner.main  # noqa: F401
    import _pyrunner.script  # noqa: F401

    # What C code and these modules settle when they are first used.
    _pyrunner.dialect.rule.may_be_python2(b"print 'compiles its patterns'")
    compile(b"import sys\nprint(sys.path)", "<string>", "exec")
    time.tzset()  # asked again when the zone is another one
    _settle()


def preload_often() -> None:
    """Import the rest, and leave nothing behind that belongs to the moment."""
    gc.unfreeze()
    for name in _OFTEN:
        __import__(name)

    import scripthelper._digest  # noqa: F401
    _settle()


def _settle() -> None:
    import _pyrunner.finish

    _pyrunner.finish.remember(_before)
    gc.collect()
    gc.freeze()
