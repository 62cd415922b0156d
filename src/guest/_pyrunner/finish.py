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
from _io import BufferedRandom, BufferedWriter, TextIOWrapper
from _weakref import ref

from _pyrunner import call

__all__ = ["finish", "flush", "flush_all", "remember"]

_own: frozenset = frozenset()
_ahead: frozenset = frozenset()


def remember(before: frozenset) -> None:
    """Note which modules belong to the snapshot; called last before it is taken. *before*: those that python starts with."""
    global _own, _ahead
    _own = frozenset(sys.modules)
    _ahead = frozenset(name for name in _own - before if "." not in name and not name.startswith("_pyrunner"))


def imported_ahead() -> frozenset:
    """Names of the modules that only the snapshot imported."""
    return _ahead


def finish() -> int:
    """0, or 1 when a standard stream could not be flushed."""
    threading = sys.modules.get("threading")
    if threading is not None:
        threading._shutdown()
    atexit._run_exitfuncs()
    failed = _flush()
    _take_apart()
    if failed:
        flush()  # it was said
        return failed
    return _flush()


def _flush() -> int:
    failed = 0
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name, None)
        if stream is None or getattr(stream, "closed", False):
            continue
        try:
            stream.flush()
        except Exception as error:
            failed = 1
            if name == "stdout" and not (isinstance(error, BrokenPipeError) and call("run.stdout_broken")):
                _say(error)
    return failed


def _say(error: Exception) -> None:
    """Python/errors.c, PyErr_FormatUnraisable; there is no way to it from Python."""
    from traceback import format_exception_only

    try:
        sys.stderr.write("".join(["Exception ignored while flushing sys.stdout:\n", *format_exception_only(error)]))
    except Exception:
        pass  # nor is there anywhere left to say it


def flush() -> None:
    """Before an uncaught exception is shown: Python/pythonrun.c, flush_io. Failures are for the end of the run."""
    for name in ("stderr", "stdout"):
        stream = getattr(sys, name, None)
        try:
            stream.flush()
        except Exception:
            pass


def flush_all() -> None:
    """When the run was stopped: the standard streams first, then whatever else is open."""
    flush()
    for each in gc.get_objects():
        if type(each) in (TextIOWrapper, BufferedWriter, BufferedRandom):
            try:
                each.flush()
            except Exception:
                pass  # closed, in the middle of a write, or nobody takes it


def _take_apart() -> None:
    for name in ("last_exc", "last_type", "last_value", "last_traceback", "ps1", "ps2"):
        if hasattr(sys, name):
            setattr(sys, name, None)
    sys.path_importer_cache.clear()
    gc.collect()  # may call finalizers; it is nice to do that before the modules go
    mine = [name for name in sys.modules if name not in _own or name == "__main__"]
    left = []
    for name in mine:
        try:
            left.append(ref(sys.modules[name]))
        except TypeError:
            pass  # not a module, and nothing that can be asked whether it is still there
        sys.modules[name] = None
    gc.collect()
    for module in reversed(left):
        module = module()
        if module is not None:
            _clear(module)
            del module
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
