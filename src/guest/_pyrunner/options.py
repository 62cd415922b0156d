"""Options of python's own command line, as far as a started interpreter can take them over.

CPython Doc/using/cmdline.rst and Python/initconfig.c.  What decides how code is compiled
or strings are hashed belongs to the initialisation, see engine/initial-settings.ts.
"""

import sys

from _pyrunner import persona
from _pyrunner.fatal import Fatal

__all__ = [
    "begin", "dialect", "flags", "ignores_environment", "implementation", "interactive", "reset", "skips_first_line",
    "unbuffered", "warnings",
]

ignores_environment = unbuffered = skips_first_line = interactive = False
# The Python that the caller says the script is written in: 2, 3, or 0 where it says nothing.
dialect = 0
warnings: list = []
_letters: dict = {}


def reset(run) -> None:
    """Take over this run's."""
    global ignores_environment, unbuffered, skips_first_line, interactive, dialect, warnings, _letters
    dialect = run["dialect"]
    _letters = run["flags"]
    warnings = [_text(word) for word in run["warnings"]]
    ignores_environment = "E" in _letters or "I" in _letters
    unbuffered, skips_first_line, interactive = "u" in _letters, "x" in _letters, "i" in _letters
    sys._xoptions.clear()
    for word in run["implementation"]:
        name, separator, value = _text(word).partition("=")
        sys._xoptions[name] = value if separator else True


def _text(word: bytes) -> str:
    return word.decode("utf-8", persona.ARGUMENT_ERRORS)


def implementation(name: str):
    """The value of an option of -X; True where it has none, None where it was not given."""
    return sys._xoptions.get(name)


def flags() -> dict:
    """Fields of sys.flags."""
    isolated = "I" in _letters
    wanted = {
        "debug": _letters.get("d", 0),  # counted as letters, where CPython's initialisation by name knows yes and no
        "dont_write_bytecode": int("B" in _letters),
        "ignore_environment": int(ignores_environment),
        "inspect": _letters.get("i", 0),
        "interactive": _letters.get("i", 0),
        "isolated": int(isolated),
        "no_user_site": int(isolated or "s" in _letters),
        "quiet": _letters.get("q", 0),
    }
    found = {name: count for name, count in wanted.items() if count}
    if isolated or "P" in _letters:
        found["safe_path"] = True
    return found


def begin(faulthandler_variable: str | None, tracemalloc_variable: str | None) -> None:
    """What options of -X, or variables of that meaning, switch on."""
    if implementation("faulthandler") or faulthandler_variable:
        import faulthandler

        faulthandler.enable()
    frames = implementation("tracemalloc") or tracemalloc_variable
    if frames and frames != "0":
        depth = 1 if frames is True else _frames(frames)
        from _tracemalloc import start  # of the interpreter: the module in Python may be left out

        start(depth)


def _frames(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) <= 0xFFFF:
        return int(text)
    what = "-X tracemalloc=NFRAME" if implementation("tracemalloc") else "PYTHONTRACEMALLOC"
    raise Fatal(f"config_init_tracemalloc: {what}: invalid number of frames", "preinitialized")
