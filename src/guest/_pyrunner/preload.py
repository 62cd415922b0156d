"""Modules that a snapshot holds already, because scripts import them most."""

__all__ = ["preload"]

_OFTEN = (
    "argparse", "base64", "collections", "configparser", "contextlib", "csv", "datetime", "fnmatch", "functools",
    "getopt", "getpass", "glob", "hashlib", "itertools", "json", "logging", "optparse", "os", "pathlib", "platform",
    "pprint", "random", "re", "shlex", "shutil", "signal", "socket", "stat", "string", "subprocess", "tempfile",
    "textwrap", "time", "traceback", "typing", "urllib.error", "urllib.parse", "urllib.request", "zipfile",
    "linecache", "runpy", "dataclasses", "ipaddress", "uuid", "xml.etree.ElementTree", "threading", "webbrowser",
)


def preload() -> None:
    """Import them and leave nothing behind that belongs to the moment."""
    import sys

    before = frozenset(sys.modules)
    for name in _OFTEN:
        __import__(name)

    import _pyrunner.dialect.rule  # noqa: F401
    import _pyrunner.http_connection  # noqa: F401
    import scripthelper  # noqa: F401
    import _pyrunner.main  # noqa: F401
    import gc

    import _pyrunner.finish
    import _pyrunner.script

    _pyrunner.dialect.rule.may_be_python2(b"print 'compiles its patterns'")

    _pyrunner.finish.remember(before)
    gc.collect()
    gc.freeze()
