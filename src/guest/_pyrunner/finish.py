"""The end of a run whose interpreter came from a snapshot.

What Py_FinalizeEx does as far as a script can see it: threads are waited for,
atexit functions run, the script's modules are taken apart so that finalizers run
and files are flushed, the standard streams are flushed.  The modules that the
snapshot brought are left alone; the process ends right after.
CPython Python/pylifecycle.c, Py_FinalizeEx; Python/import.c, finalize_modules.
"""

import atexit
import gc
import sys

__all__ = ["finish", "remember"]

_own: frozenset = frozenset()


def remember() -> None:
    """Note which modules belong to the snapshot; called last before it is taken."""
    global _own
    _own = frozenset(sys.modules)


def finish() -> int:
    """0, or 1 when a standard stream could not be flushed."""
    threading = sys.modules.get("threading")
    if threading is not None:
        threading._shutdown()
    atexit._run_exitfuncs()
    failed = _flush()
    _take_apart()
    return failed | _flush()


def _flush() -> int:
    failed = 0
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name, None)
        if stream is None or getattr(stream, "closed", False):
            continue
        try:
            stream.flush()
        except Exception as error:
            if name == "stdout":
                failed = 1
                sys.unraisablehook(_Unraisable(error, stream))
    return failed


class _Unraisable:
    """What sys.unraisablehook takes, Doc/library/sys.rst."""

    err_msg = None

    def __init__(self, error: Exception, stream: object) -> None:
        self.exc_type, self.exc_value, self.exc_traceback, self.object = type(error), error, error.__traceback__, stream
        self.exc_traceback = None


def _take_apart() -> None:
    for name in ("last_exc", "last_type", "last_value", "last_traceback", "ps1", "ps2"):
        if hasattr(sys, name):
            setattr(sys, name, None)
    sys.path_importer_cache.clear()
    mine = [module for name, module in list(sys.modules.items()) if name not in _own or name == "__main__"]
    for name in [name for name in sys.modules if name not in _own or name == "__main__"]:
        sys.modules[name] = None
    gc.collect()
    for module in reversed(mine):
        _clear(module)
    gc.collect()


def _clear(module: object) -> None:
    """Objects/moduleobject.c, _PyModule_ClearDict: names with one underscore first, then the rest but __builtins__."""
    names = getattr(module, "__dict__", None)
    if type(names) is not dict:
        return
    for name in [name for name in names if type(name) is str and name[:1] == "_" and name[1:2] != "_"]:
        names[name] = None
    for name in [name for name in names if type(name) is str and name != "__builtins__"]:
        names[name] = None
