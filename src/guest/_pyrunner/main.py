"""What python's own main program does, for a script, -c, -m, - and a directory or zip file.

CPython Modules/main.c is the description.  ``prepare`` answers what the engine
then runs: a code object in ``__main__``, or a callable.  So no frame of ours lies
under the script's, in tracebacks and for ``sys._getframe``.
"""

import sys

from _pyrunner import call, fatal, persona, start

__all__ = ["prepare", "report"]


class Refused(Exception):
    """The command line names something that cannot be run; args: exit status, message."""


def prepare():
    """Reset for this run; answer code, a callable, or an int exit status after having said why."""
    try:
        run = start.reset()
    except fatal.Fatal as error:
        persona.SYSTEM.write(2, str(error).encode())
        return 1
    if run["restored"] and _shadowed(run):
        return _RESTART
    try:
        return _PREPARE[run["mode"]](run)
    except Refused as refused:
        status, message = refused.args
        print(f"{sys.executable}: {message}", file=sys.stderr)
        return status
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        if run["can_move"] and isinstance(error, (RecursionError, MemoryError)):
            return _MOVE
        error.__traceback__ = None
        sys.excepthook(type(error), error, None)
        return 1


def _shadowed(run) -> bool:
    """Whether a file beside the script has the name of a module that the snapshot imported and python would not have."""
    import os
    from _pyrunner.finish import imported_ahead

    if run["mode"] == "file":
        folder = persona.script_folder(run["target"])
    else:
        folder = b"."
    try:
        names = os.listdir(folder)
    except OSError:
        return False
    ahead = imported_ahead()
    return any(_is_module(folder, name) for name in names if name.partition(b".")[0].decode("latin-1") in ahead)


def _is_module(folder: bytes, name: bytes) -> bool:
    import os

    return name.endswith((b".py", b".pyc")) or os.path.isfile(os.path.join(folder, name, b"__init__.py"))


_RESTART = -5  # start again without the snapshot's imports
_MOVE = -1  # the seat's stack is too small for this source: the host runs it in another


def report(error: BaseException) -> int:
    """The exit status of an uncaught exception, said as python says it; below zero, what the host has to do about it."""
    from _pyrunner.finish import flush

    flush()
    if not isinstance(error, SystemExit):
        _hide_layer(error)
        if isinstance(error, BrokenPipeError) and call("run.stdout_broken"):
            return _QUIET
        return _INTERRUPTED if isinstance(error, KeyboardInterrupt) else _PRINT
    code = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    try:
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        pass  # Modules/pythonrun.c: nothing more can be said about it
    if sys.stderr is not None:
        print(code, file=sys.stderr)
    return 1


_PRINT, _INTERRUPTED, _QUIET = -2, -3, -4


def _hide_layer(error: BaseException) -> None:
    layer = sys.modules.get("_pyrunner.dialect.python2")
    if layer is not None:
        error.__traceback__ = layer.without_layer(error.__traceback__)


def _main_module():
    import types

    module = types.ModuleType("__main__")
    module.__builtins__ = sys.modules["builtins"]
    module.__annotations__ = {}
    del module.__annotations__
    sys.modules["__main__"] = module
    return module


def _prepare_file(run):
    import os

    name = os.fsdecode(run["target"])
    path = os.path.abspath(name)
    if _is_container(name):
        sys.path.insert(0, path)
        return _as_main("__main__", False)
    source = _read(name, path)
    _look_first_in(persona.script_folder(path))
    module = _main_module()
    from importlib.machinery import SourceFileLoader

    module.__file__ = path
    module.__loader__ = SourceFileLoader("__main__", path)
    module.__cached__ = None
    import _pyrunner.script

    return _pyrunner.script.compile_script(source, path, vars(module))


def _look_first_in(folder: str) -> None:
    if not sys.flags.safe_path:
        sys.path.insert(0, folder)


def _read(name: str, path: str) -> bytes:
    try:
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise Refused(2, f"can't open file {path!r}: [Errno {error.errno}] {error.strerror}") from None


def _is_container(name: str) -> bool:
    import os

    if os.path.isdir(name):
        if not any(os.path.isfile(os.path.join(name, f"__main__.py{suffix}")) for suffix in ("", "c")):
            raise Refused(1, f"can't find '__main__' module in {os.path.abspath(name)!r}")
        return True
    try:
        with open(name, "rb") as file:
            if file.read(4) == b"PK\x03\x04":
                return True
    except OSError:
        return False  # said when it is read
    return False


def _prepare_command(run):
    import os

    source = os.fsdecode(run["target"])
    _look_first_in("")
    module = _main_module()
    module.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
    code = compile(source, "<string>", "exec", dont_inherit=True)
    import linecache

    linecache._register_code(code, source, "<string>")
    return code


def _prepare_module(run):
    import os

    _look_first_in(os.getcwd())
    _main_module()
    return _as_main(os.fsdecode(run["target"]), True)


def _prepare_stdin(run):
    _look_first_in("")
    module = _main_module()
    module.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
    module.__file__, module.__cached__ = "<stdin>", None  # Python/pythonrun.c, pyrun_simple_file
    source = sys.stdin.buffer.read()
    import _pyrunner.script

    return _pyrunner.script.compile_script(source, "<stdin>", vars(module))


def _as_main(name: str, alter_argv: bool):
    import functools
    import runpy

    return functools.partial(runpy._run_module_as_main, name, alter_argv)


_PREPARE = {"file": _prepare_file, "command": _prepare_command, "module": _prepare_module, "stdin": _prepare_stdin}
