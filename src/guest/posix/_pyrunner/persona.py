"""Who this guest is on POSIX systems: what start, main and the gap fillers take from here instead of asking."""

import posix

from _pyrunner import encodings_at_start, posix_gaps, processes, refusals, signal_gaps

__all__ = [
    "ARGUMENT_ERRORS", "OVERLAYS", "PATH_SEPARATOR", "PREFERRED_ERRNO", "STREAM_NEWLINE", "SYSTEM", "after_site", "before_site",
    "absolute", "encodings", "environ_key", "known_environment", "script_folder", "search_path", "split_entry", "variable",
]

SYSTEM = posix
# How arguments that are no text are decoded.
ARGUMENT_ERRORS = "surrogateescape"
PATH_SEPARATOR = ":"
# Standard streams write line ends as they are.
STREAM_NEWLINE = "\n"
# The names that errno.errorcode shows where two share a number (CPython Modules/errnomodule.c: the later one wins).
PREFERRED_ERRNO = ("EAGAIN", "EDEADLK", "ENOTSUP")
# Modules that get something added after they are imported (modules.py).
OVERLAYS: dict[str, str] = {}


def before_site() -> None:
    """Fill the gaps of the C modules that ``os`` takes its names from."""
    posix_gaps.install()
    processes.install()
    signal_gaps.install()
    refusals.install()


def after_site() -> None:
    """Fill the gaps of modules that nothing needs before."""
    from _pyrunner import file_locks, time_gaps

    file_locks.install()
    processes.install_in_os()
    time_gaps.install()


def known_environment() -> dict:
    """What os.environ looks into: the C module's own dictionary (Lib/os.py, _create_environ)."""
    return posix.environ


def split_entry(entry: bytes) -> tuple:
    """Name, separator and value of one of the host's variables, as SYSTEM.environ has them."""
    return entry.partition(b"=")


def variable(name: str) -> str | None:
    """The text of an environment variable."""
    value = posix.environ.get(name.encode())
    return None if value is None else value.decode("utf-8", "surrogateescape")


def environ_key(name: bytes) -> bytes:
    """The name under which os.environ looks for it."""
    return name


def encodings(variable):
    """What the locale and the environment settle."""
    return encodings_at_start.settle(variable)


def search_path(library: str) -> list[str]:
    """The library as python lists it, with the zip file and the folder of C modules that it could have beside it."""
    parent, _, name = library.rpartition("/")
    return [f"{parent}/{name.replace('.', '')}.zip", library, f"{library}/lib-dynload"]


def absolute(path: str) -> str:
    """A script's path as it was given, behind the working folder: Python/fileutils.c, _Py_abspath."""
    from os import getcwd

    if path in ("", "."):
        return getcwd()
    return path if path.startswith("/") else f"{getcwd()}/{path}"


def script_folder(path):
    """sys.path[0] for a script: links followed (CPython Python/sysmodule.c, _PyPathConfig_ComputeSysPath0)."""
    from os.path import dirname, realpath

    return dirname(realpath(path))
