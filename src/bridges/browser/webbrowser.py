"""Hands URLs to a web browser, as CPython's ``webbrowser`` does.

The desktop's own browser comes first; BROWSER, a list of commands separated by
``os.pathsep``, goes before it.  A URL is always one argument of a program and never
a word of a shell.  Different from CPython: the desktop's browser is given http,
https, ftp, mailto and file only, its launcher is awaited, and when that fails a
line on stderr says so; browsers that are not named in BROWSER are not looked for.
Behaviour: CPython Doc/library/webbrowser.rst.
"""

import os
import shlex
import sys

from _pyrunner import start
from _pyrunner.browsers import (  # noqa: F401
    BackgroundBrowser, BaseBrowser, Chrome, DefaultBrowser, Error, GenericBrowser, Mozilla, UnixBrowser,
)

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

_browsers: dict = {}  # name in lower case: [constructor, instance]
_tryorder: "list | None" = None


def register(name: str, klass, instance=None, *, preferred: bool = False) -> None:
    """Register a browser connector."""
    if _tryorder is None:
        _register_standard_browsers()
    _browsers[name.lower()] = [klass, instance]
    if preferred:
        _tryorder.insert(0, name)
    else:
        _tryorder.append(name)


def get(using: "str | None" = None) -> BaseBrowser:
    """Return a browser launcher instance appropriate for the environment."""
    if _tryorder is None:
        _register_standard_browsers()
    for browser in [using] if using is not None else _tryorder:
        if "%s" in browser:
            command = shlex.split(browser)
            return BackgroundBrowser(command[:-1]) if command[-1] == "&" else GenericBrowser(command)
        klass, instance = _browsers.get(browser.lower()) or (None, _known_program(browser))
        if instance is not None:
            return instance
        if klass is not None:
            return klass()
    raise Error("could not locate runnable browser")


def open(url: str, new: int = 0, autoraise: bool = True) -> bool:
    """Display url using the default browser.

    If possible, open url in a location determined by new: the same browser window
    (the default), a new browser window (1), a new browser page or tab (2).
    Returns whether a browser took it.
    """
    if _tryorder is None:
        _register_standard_browsers()
    return any(get(name).open(url, new, autoraise) for name in list(_tryorder))


def open_new(url: str) -> bool:
    """Open url in a new window of the default browser."""
    return open(url, 1)


def open_new_tab(url: str) -> bool:
    """Open url in a new page ("tab") of the default browser."""
    return open(url, 2)


def _register_standard_browsers() -> None:
    global _tryorder
    _tryorder = []
    register(DefaultBrowser.NAMES.get(sys.platform, "xdg-open"), None, DefaultBrowser())
    choices = os.environ.get("BROWSER", "").split(os.pathsep)
    for choice in reversed([choice for choice in choices if choice]):
        register(choice, None, _known_program(choice) or GenericBrowser(choice), preferred=True)


def _known_program(command: str) -> "BaseBrowser | None":
    """A browser whose options are known, if the command names one that can be found; CPython's _synthesize."""
    import shutil

    program = command.split()[0] if command.strip() else command
    cls = UnixBrowser.KNOWN.get(os.path.basename(program).lower())
    return cls(command) if cls is not None and shutil.which(program) else None


def _reset() -> None:
    """BROWSER may be another in another run."""
    global _tryorder
    _browsers.clear()
    _tryorder = None


start.on_reset(_reset)


def _main() -> None:
    import argparse

    parser = argparse.ArgumentParser(description="Open URL in a web browser.")
    parser.add_argument("url", help="URL to open")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("-n", "--new-window", action="store_const", const=1, default=0, dest="new_win", help="open new window")
    group.add_argument("-t", "--new-tab", action="store_const", const=2, default=0, dest="new_win", help="open new tab")
    args = parser.parse_args()
    open(args.url, args.new_win)


if __name__ == "__main__":
    _main()
