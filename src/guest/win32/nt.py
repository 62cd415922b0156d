"""The system's C module of Windows: what ``os`` takes its names from, over the C module ``posix`` of this engine.

Functions that behave alike on both systems are the C functions themselves; errors
say what Windows says because the host reports them so.  Flags of ``os.open`` keep
the numbers of the engine's C library under Windows' names.  Look-ups do not ignore
case; ``startfile`` and the ``exec`` family refuse with their reason.
"""

import sys as _sys

import _posix
from _pyrunner.host_functions import cpu_count, getpid, getppid, link
from _pyrunner.windows_files import (
    _findfirstfile, _getdiskusage, _getfinalpathname, _getfullpathname, _getvolumepathname, _path_isdevdrive,
    _path_splitroot, access, get_handle_inheritable, getlogin, listdrives, pipe, readlink, rename, set_handle_inheritable,
)
from _pyrunner.windows_names import CONSTANTS as _CONSTANTS, FROM_POSIX as _FROM_POSIX, REFUSED as _REFUSED
from _pyrunner.windows_spawn import FUNCTIONS as _SPAWNING
from _pyrunner.windows_scandir import DirEntry, scandir
from _pyrunner.windows_stat import extend as _extend
from _pyrunner.windows_types import add_winerror as _add_winerror

_add_winerror()
_extend(_posix.stat_result)
for _name in _FROM_POSIX:
    globals()[_name] = getattr(_posix, _name)
globals().update(_CONSTANTS, **_REFUSED, **_SPAWNING)
for _value in list(globals().values()):
    if getattr(_value, "__module__", "").startswith("_pyrunner."):
        _value.__module__ = "nt"

environ: dict = {}
_have_functions = ["HAVE_FTRUNCATE", "MS_WINDOWS"]


def _create_environ() -> dict:
    """Create the environment dictionary from the C library's own."""
    return {name.decode("utf-8", "replace"): value.decode("utf-8", "replace") for name, value in _posix._create_environ().items()}


# os.py asks here which system it is on, before any code could tell it otherwise.
_sys.builtin_module_names = tuple(sorted({*_sys.builtin_module_names, "_winapi", "msvcrt", "nt", "winreg"} - {"_posix"}))
del _name, _value
