"""Who this guest is on Windows: what start, main and the gap fillers take from here instead of asking."""

import nt
import sys

__all__ = [
    "ARGUMENT_ERRORS", "OVERLAYS", "PATH_SEPARATOR", "PREFERRED_ERRNO", "STREAM_NEWLINE", "SYSTEM", "after_site", "before_site",
    "absolute", "encodings", "environ_key", "known_environment", "script_folder", "search_path", "split_entry", "variable",
]

SYSTEM = nt
# Arguments are text on Windows; what is none was lost before it came here.
ARGUMENT_ERRORS = "replace"
PATH_SEPARATOR = ";"
# Standard streams read any line end and write Windows' (CPython Python/pylifecycle.c, create_stdio).
STREAM_NEWLINE = None
# The names that errno.errorcode shows where two share a number (CPython Modules/errnomodule.c: the later one wins).
PREFERRED_ERRNO = ("WSA", "EDEADLOCK")
# Modules that get something added after they are imported (modules.py).
OVERLAYS: dict[str, str] = {"subprocess": "_pyrunner.subprocess_gaps", "urllib.request": "_internet_settings"}

_ABSENT_IN_TIME = (
    "CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "CLOCK_MONOTONIC_RAW", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_REALTIME", "CLOCK_TAI",
    "CLOCK_THREAD_CPUTIME_ID", "clock_getres", "clock_gettime", "clock_gettime_ns", "clock_settime", "clock_settime_ns", "tzset",
)


def before_site() -> None:
    """Make the modules that are there already Windows' own."""
    from _pyrunner import windows_codecs, windows_types, windows_version

    windows_codecs.install()
    windows_version.install()
    windows_types.remove_messages()
    del sys.modules["winreg"]  # importlib has it; see winreg.py


def after_site() -> None:
    """Fill the gaps of modules that nothing needs before."""
    from _pyrunner import time_gaps

    time_gaps.install(unchanged=("get_clock_info", "strftime"), absent=_ABSENT_IN_TIME)  # GNU formats are not Windows'


def known_environment() -> dict:
    """What os.environ looks into: a copy, by names in capitals (Lib/os.py, _create_environ)."""
    from os import environ

    return environ._data


def split_entry(entry: bytes) -> tuple:
    """Name, separator and value of one of the host's variables, as SYSTEM.environ has them."""
    return entry.decode("utf-8", ARGUMENT_ERRORS).partition("=")


def variable(name: str) -> str | None:
    """The text of an environment variable."""
    return known_environment().get(name.upper())


def environ_key(name: str) -> str:
    """The name under which os.environ looks for it."""
    return name.upper()


def encodings(variable):
    """UTF-8 whatever the code pages are; only the environment says otherwise (PEP 528, PEP 540)."""
    from _pyrunner.encodings_at_start import Encodings, stdio

    utf8_mode = int(variable("PYTHONUTF8") == "1")
    return Encodings(utf8_mode, "C", False, "UTF-8", stdio(variable("PYTHONIOENCODING"), utf8_mode, None, "utf-8"), None)


def search_path(library: str) -> list[str]:
    """The library as python lists it, with the zip file and the folder of C modules that it could have beside it."""
    prefix, _, _ = library.rpartition("\\")
    version = f"{sys.version_info.major}{sys.version_info.minor}"
    return [f"{prefix}\\python{version}.zip", f"{prefix}\\{sys.platlibdir}", library, prefix]


def absolute(path: str) -> str:
    """A script's path as the system completes it: Python/fileutils.c, _Py_abspath."""
    from os.path import abspath

    return abspath(path)


def script_folder(path):
    """sys.path[0] for a script: links are not followed (CPython Python/sysmodule.c, _PyPathConfig_ComputeSysPath0)."""
    from os.path import abspath, dirname

    return dirname(abspath(path))
