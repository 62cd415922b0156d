"""The interactive prompt: CPython's own, on a terminal or where -i asks for it.

CPython Modules/main.c: pymain_header, pymain_run_startup, pymain_run_interactive_hook,
pymain_run_stdin, pymain_repl.  The prompt itself is Lib/_pyrepl, or the parser's own
loop (sys._baserepl) where no terminal can carry that.
"""

import os
import sys

from _pyrunner import environment, options

__all__ = ["after_script", "begin", "edits_lines", "has_begun"]

has_begun = False
edits_lines = False
"""Whether Lib/_pyrepl prompts: it then sets up input() by itself."""


def begin() -> None:
    """A program from standard input that somebody types."""
    if not sys.flags.quiet:
        hint = "" if sys.flags.no_site else '\nType "help", "copyright", "credits" or "license" for more information.'
        print(f"Python {sys.version} on {sys.platform}{hint}", file=sys.stderr, flush=True)
    _read_startup_file()
    _prompt()


def after_script() -> int:
    """What -i and PYTHONINSPECT add to a script that has ended, however it did; answers whether somebody was prompted."""
    if not options.interactive and not _is_terminal():
        return 0
    _prompt()
    return 1


def _is_terminal() -> bool:
    try:
        return os.isatty(0)
    except OSError:
        return False


def _read_startup_file() -> None:
    path = environment.variable("PYTHONSTARTUP")
    if not path:
        return
    namespace = sys.modules["__main__"].__dict__
    try:
        import tokenize

        with tokenize.open(path) as file:
            source = file.read()
    except OSError as error:
        print("Could not open PYTHONSTARTUP", file=sys.stderr)
        _say(error)
        return
    except (SyntaxError, UnicodeError) as error:
        _say(error)
        return
    namespace["__file__"] = path  # as long as it runs: Python/pythonrun.c, _PyRun_SimpleFile
    try:
        exec(compile(source, path, "exec"), namespace)
    except SystemExit:
        raise
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        namespace.pop("__file__", None)


def _say(error: BaseException) -> None:
    sys.excepthook(type(error), error.with_traceback(None), None)


def _prompt() -> None:
    global edits_lines, has_begun
    has_begun = True
    edits_lines = _is_terminal() and not environment.variable("PYTHON_BASIC_REPL") and not _is_dumb()
    if edits_lines:
        _take_input_back()
    _run_hook()
    if edits_lines:
        try:
            from _pyrepl.main import interactive_console
        except ModuleNotFoundError:
            pass  # left out of this bundle's library
        else:
            return interactive_console(sys.modules["__main__"])
    sys._baserepl()


def _take_input_back() -> None:
    """A script that imported readline has set up the same lines for itself."""
    readline = sys.modules.get("_pyrepl.readline")
    if readline is not None and readline.raw_input is not None:
        import builtins

        builtins.input, readline.raw_input = readline.raw_input, None


def _is_dumb() -> bool:
    return os.environ.get("TERM", "dumb") in ("", "dumb", "unknown")


def _run_hook() -> None:
    """Completion and history, Lib/site.py, register_readline."""
    hook = getattr(sys, "__interactivehook__", None)
    if hook is None or sys.flags.isolated:
        return
    try:
        hook()
    except Exception as error:
        print("Failed calling sys.__interactivehook__", file=sys.stderr)
        sys.excepthook(type(error), error, error.__traceback__)
