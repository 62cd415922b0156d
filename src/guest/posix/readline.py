"""Line editing and history for input(), as GNU readline gives it: here by CPython's own Lib/_pyrepl.

CPython Doc/library/readline.rst.  Importing it on a terminal is enough, as there.  Not
offered: init files other than what parse_and_bind() takes, and hooks of the display,
which can be set and are not called.
"""

import sys as _sys

from _pyrunner import prompt

_begun = _sys.modules.get("_pyrepl.readline")
if _begun is not None and not hasattr(_begun, "__all__"):
    raise ImportError("readline is being made: the module that imports it is a part of it")  # rlcompleter does without

# Lib/_pyrepl imports rlcompleter, which would set itself as this module's completer; a script that imports it means that.
_self, _sys.modules["readline"] = _sys.modules["readline"], None
_known = _sys.modules.pop("rlcompleter", None)
try:
    from _pyrepl import readline as _emulated
    from _pyrepl.readline import *  # noqa: F403
finally:
    _sys.modules["readline"] = _self
    _sys.modules.pop("rlcompleter", None)
    if _known is not None:
        _sys.modules["rlcompleter"] = _known

__all__ = [name for name in _emulated.__all__ if name != "multiline_input"]
del multiline_input  # noqa: F821

backend = "readline"
_hooks: dict = {}


def read_init_file(filename=None) -> None:
    """Nothing is read: there is no library that the file could be for."""
    if filename is not None:
        open(filename).close()  # OSError where it is not there


def redisplay() -> None:
    """The line is always shown as it is."""


def set_pre_input_hook(function=None) -> None:
    _hooks["pre_input"] = function


def set_completion_display_matches_hook(function=None) -> None:
    _hooks["display_matches"] = function


def get_completion_type() -> int:
    """TAB, Modules/readline.c."""
    return 9


def get_pre_input_hook():
    return _hooks.get("pre_input")


__all__ += [
    "backend", "get_completion_type", "get_pre_input_hook", "read_init_file", "redisplay", "set_completion_display_matches_hook",
    "set_pre_input_hook",
]


class _NoModules:
    """Only the prompt completes the words of import statements."""

    def get_completions(self, line: str) -> None:
        return None


class _NoConsole:
    """In place of a terminal: history is kept, and no line is read here."""


def _keep_history_without_terminal() -> None:
    try:
        _emulated._get_reader()
    except Exception:  # whatever Lib/_pyrepl finds wrong with the terminal
        wrapper = _emulated._wrapper
        wrapper.reader = _emulated.ReadlineAlikeReader(console=_NoConsole(), config=wrapper.config)
        if _emulated.raw_input is not None:
            import builtins

            builtins.input, _emulated.raw_input = _emulated.raw_input, None


def _begin() -> None:
    """input() of a terminal edits its line from now on."""
    completer = _emulated.get_completer()
    _emulated._setup({})
    _emulated.set_completer(completer)
    _emulated._wrapper.config.module_completer = _NoModules()
    _keep_history_without_terminal()


if not prompt.edits_lines:
    _begin()
