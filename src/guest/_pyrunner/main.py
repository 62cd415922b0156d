"""What python's own main program does, for a script, -c, -m, - and a directory or zip file.

CPython Modules/main.c is the description.  ``prepare`` answers what the engine
then runs: a code object in ``__main__``, or a callable.  So no frame of ours lies
under the script's, in tracebacks and for ``sys._getframe``.
"""

import sys

import _pyrunner.script
from _pyrunner import call, fatal, kept_code, options, persona, start

__all__ = ["prepare", "report"]


class Refused(Exception):
    """The command line names something that cannot be run; args: exit status, message."""


def prepare():
    """Reset for this run; answer code, a callable, an int exit status after having said why, or what the host has to do."""
    try:
        return _prepare()
    except KeyboardInterrupt:
        return _INTERRUPTED


def _prepare():
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
    except (SyntaxError, ValueError, RuntimeError, MemoryError) as error:
        if run["can_move"] and isinstance(error, (RecursionError, MemoryError)):
            return _MOVE
        error.__traceback__ = None
        sys.excepthook(type(error), error, None)
        return 1


def _shadowed(run) -> bool:
    """Whether a file beside the script has the name of a module that the snapshot imported and python would not have."""
    from _pyrunner.finish import imported_ahead

    if run["script"]:
        folder, names, *_ = run["script"]
    else:
        folder = persona.script_folder(run["target"]) if run["mode"] == "file" else b"."
        try:
            names = call("run.modules_beside", folder)
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
    if sys.flags.inspect and not getattr(sys.modules.get("_pyrunner.prompt"), "has_begun", False):
        sys.excepthook(type(error), error, error.__traceback__)  # Python/pythonrun.c, _Py_HandleSystemExitAndKeyboardInterrupt
        return 1
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
    module = type(sys)("__main__")
    module.__builtins__ = sys.modules["builtins"]
    module.__annotations__ = {}
    del module.__annotations__
    sys.modules["__main__"] = module
    return module


def _prepare_file(run):
    import os

    name = os.fsdecode(run["target"])
    path = persona.absolute(name)
    name = name or path  # no name at all is the working folder
    folder, _, source, kept = run["script"] or (None,) * 4
    keeps = run["restored"] and run["keeps_code"] and not sys.warnoptions  # those decide what compiling says
    code = kept_code.restore(kept, path) if keeps and kept is not None else None
    if code is None:
        source = _read(name, path) if source is None else source
        if source is None or source.startswith(b"PK\x03\x04"):
            if options.dialect == 2:
                raise Refused(2, f"--python 2 takes a script: {path!r} is a package, and packages are Python 3")
            sys.path.insert(0, path)
            return _as_main("__main__", False)
        code = _pyrunner.script.compiled(name, source)
        if options.skips_first_line:
            first, end, rest = source.partition(b"\n")
            source = end + rest  # the lines keep their numbers
    _look_first_in(os.fsdecode(folder or persona.script_folder(run["target"])))
    module = _main_module()
    loaders = sys.modules["_frozen_importlib_external"]  # importlib.machinery's
    module.__file__ = path
    loader = loaders.SourcelessFileLoader if name.endswith(".pyc") else loaders.SourceFileLoader
    module.__loader__ = loader("__main__", path)
    module.__cached__ = None
    if code is not None:
        return code
    return _pyrunner.script.compile_script(source, path, vars(module), kept_code.compile_and_keep if keeps else None)


def _look_first_in(folder: str) -> None:
    if not sys.flags.safe_path:
        sys.path.insert(0, folder)


def _read(name: str, path: str) -> bytes | None:
    """The script's source, or the begin of a zip file; None for a directory with a __main__."""
    import os

    try:
        with open(name, "rb") as file:
            source = file.read(4)
            return source if source == b"PK\x03\x04" else source + file.read()
    except OSError as error:
        if not os.path.isdir(name):
            raise Refused(2, f"can't open file {path!r}: [Errno {error.errno}] {error.strerror}") from None
    if any(os.path.isfile(os.path.join(name, f"__main__.py{suffix}")) for suffix in ("", "c")):
        return None
    raise Refused(1, f"can't find '__main__' module in {path!r}")


def _prepare_command(run):
    import os

    source = _pyrunner.script.dedented(os.fsdecode(run["target"]))
    _pyrunner.script.check_command(source)
    _look_first_in("")
    module = _main_module()
    module.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
    if options.dialect == 2:
        return _pyrunner.script.compile_script(os.fsencode(source), "<string>", vars(module))
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
    if options.interactive or persona.SYSTEM.isatty(0):
        if options.dialect == 2:
            raise Refused(2, "--python 2 takes a script: the prompt is Python 3")
        from _pyrunner import prompt

        return prompt.begin
    module.__file__, module.__cached__ = "<stdin>", None  # Python/pythonrun.c, pyrun_simple_file
    source = sys.stdin.buffer.read()
    return _pyrunner.script.compile_script(source, "<stdin>", vars(module))


def _prepare_source(run):
    """A script that its caller holds in memory, under the name that it gives it."""
    import linecache

    _look_first_in("")
    source, name = run["target"], sys.argv[0]
    module = _main_module()
    module.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
    module.__file__, module.__cached__ = name, None
    code = _pyrunner.script.compile_script(source, name, vars(module))
    linecache.cache[name] = len(source), None, source.decode("utf-8", "replace").splitlines(True), name
    return code


def _as_main(name: str, alter_argv: bool):
    import functools
    import runpy

    return functools.partial(runpy._run_module_as_main, name, alter_argv)


_PREPARE = {
    "file": _prepare_file,
    "source": _prepare_source,
    "command": _prepare_command,
    "module": _prepare_module,
    "stdin": _prepare_stdin,
}
