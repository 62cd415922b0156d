"""What a Python 2 script stands on where its source parses as Python 3.

The layer lives in the script's own namespace: builtins of its own, with the
names that Python 3 lost and an `__import__` that hands out Python 2's modules.
The interpreter and every module that the script imports stay Python 3.

Offered so far: `file`, and `urllib` with its functions. Anything else that
Python 2 had raises what Python 3 raises: NameError, ImportError, AttributeError.
"""

import builtins
import types
import warnings

from .python2_file import file

__all__ = ["prepare", "without_layer"]


def prepare(source: bytes, filename: str, namespace: dict) -> types.CodeType:
    """Compile a script and put the layer into the namespace that it will run in.

    Raises what `compile` raises, and leaves `namespace` alone then.
    """
    with warnings.catch_warnings():
        # Python 2 accepted '\d' and `is 0` in silence; the script was written for it.
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        code = compile(source, filename, "exec", dont_inherit=True)
    namespace["__builtins__"] = _python2_builtins()
    return code


def without_layer(traceback: "types.TracebackType | None") -> "types.TracebackType | None":
    """The same traceback without the layer's own frames, where Python 2 was in C and showed none."""
    kept = []
    while traceback:
        if traceback.tb_frame.f_globals.get("__package__") != __package__:
            kept.append(traceback)
        traceback = traceback.tb_next
    for entry, following in zip(kept, [*kept[1:], None]):
        entry.tb_next = following
    return kept[0] if kept else None


def _python2_builtins() -> types.ModuleType:
    """A copy, since what `builtins` itself gained every module would see."""
    module = types.ModuleType("__builtin__")
    vars(module).update(vars(builtins), __name__="__builtin__", __import__=_importer(builtins.__import__), file=file)
    return module


def _importer(import_module):
    replaced: dict = {}  # one module per script, however often it is imported

    def __import__(name, globals=None, locals=None, fromlist=(), level=0):
        module = import_module(name, globals, locals, fromlist, level)
        if level or module.__name__ != "urllib":
            return module
        if module not in replaced:
            replaced[module] = _python2_urllib(module)
        return replaced[module]
    return __import__


def _python2_urllib(package: types.ModuleType) -> types.ModuleType:
    """`urllib` as Python 2 had it, with the submodules of Python 3's package shining through."""
    from . import python2_urllib
    module = types.ModuleType("urllib", python2_urllib.__doc__)
    vars(module).update({name: getattr(python2_urllib, name) for name in python2_urllib.__all__})
    vars(module).update(
        __all__=python2_urllib.__all__, __file__=package.__file__, __path__=package.__path__, __spec__=package.__spec__,
        __getattr__=lambda name: getattr(package, name))
    return module
