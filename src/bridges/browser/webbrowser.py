"""Hands URLs to a web browser, as CPython's ``webbrowser`` does: same names, rules and errors.

Different from CPython: the desktop's own browser comes first (after BROWSER and
what a script prefers), also where no display is named; browsers that were found
and not named by anybody are given http, https, ftp and mailto URLs and file URLs
of the caller's own files only; a URL is nowhere part of a program or a command line
that something else reads; and where no browser took a URL, a line on stderr says why.
Where PY_RUNNER_DESKTOP is 0, as for scripts of an administrator on Windows, none does.
Behaviour: CPython Doc/library/webbrowser.rst.
"""

import os
import shlex
import sys
from _thread import RLock

from _pyrunner import start
from _pyrunner.browsers import (  # noqa: F401
    BackgroundBrowser, BaseBrowser, Chrome, Chromium, Edge, Elinks, Epiphany, Error, GenericBrowser, Konqueror, Mozilla, Opera,
    UnixBrowser,
)
from _pyrunner.desktop_browser import DefaultBrowser, MacOSXOSAScript, no_desktop, refusal, say

if sys.platform == "win32":
    WindowsDefault = DefaultBrowser
if sys.platform != "darwin":
    del MacOSXOSAScript

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

_lock = RLock()
_browsers: dict = {}  # name in lower case: [constructor, instance]
_tryorder: "list | None" = None
_found: set = set()  # names, in lower case, that nobody asked for


def register(name: str, klass, instance=None, *, preferred: bool = False) -> None:
    """Register a browser connector."""
    with _lock:
        _settle()
        _browsers[name.lower()] = [klass, instance]
        _found.discard(name.lower())
        if preferred:
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def get(using: "str | None" = None) -> BaseBrowser:
    """Return a browser launcher instance appropriate for the environment."""
    _settle()
    for browser in [using] if using is not None else _tryorder:
        if "%s" in browser:  # a command line
            command = shlex.split(browser)
            return BackgroundBrowser(command[:-1]) if command[-1] == "&" else GenericBrowser(command)
        klass, instance = _browsers.get(browser.lower()) or (None, _synthesize(browser))
        if instance is not None:
            return instance
        if klass is not None:
            return klass()
    raise Error("could not locate runnable browser")


def open(url: str, new: int = 0, autoraise: bool = True) -> bool:
    """Display url using the default browser.

    If possible, open url in a location determined by new.
    - 0: the same browser window (the default).
    - 1: a new browser window.
    - 2: a new browser page ("tab").
    If possible, autoraise raises the window (the default) or not.

    If opening the browser succeeds, return True.
    If there is a problem, return False; a line on stderr says which.
    """
    if refused := no_desktop():
        say(refused)
        return False
    _settle()
    why = []
    for name in list(_tryorder):
        refused = refusal(url) if name.lower() in _found else None
        browser = None if refused else get(name)
        if isinstance(browser, DefaultBrowser):
            refused = browser.attempt(url)
            if refused is None:
                return True
        elif browser is not None:
            if browser.open(url, new, autoraise):
                return True
            refused = f"{name} did not take it"
        if refused not in why:
            why.append(refused)
    say("; ".join(why) or "no browser was found: set BROWSER to one")
    return False


def open_new(url: str) -> bool:
    """Open url in a new window of the default browser.

    If not possible, then open url in the only browser window.
    """
    return open(url, 1)


def open_new_tab(url: str) -> bool:
    """Open url in a new page ("tab") of the default browser.

    If not possible, then the behavior becomes equivalent to open_new().
    """
    return open(url, 2)


def _settle() -> None:
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()


def register_standard_browsers() -> None:
    """Look for the browsers of this platform, then put those of BROWSER in front."""
    global _tryorder
    from _pyrunner import known_browsers

    _tryorder = []
    for name, klass, instance in known_browsers.on_this_machine():
        register(name, klass, instance)
    _found.update(_browsers)
    for command in reversed(os.environ.get("BROWSER", "").split(os.pathsep)):
        if command and _synthesize(command, preferred=True) is None:
            register(command, None, GenericBrowser(command), preferred=True)


def _synthesize(browser: str, *, preferred: bool = False) -> "BaseBrowser | None":
    """A browser whose options are known under its plain name, for another path or command that ends in this name."""
    import copy
    import shutil

    words = browser.split()
    if not words or not shutil.which(words[0]):
        return None
    name = os.path.basename(words[0]).lower()
    _, controller = _browsers.get(name, (None, None))
    if controller is None or name != controller.basename:
        return None
    controller = copy.copy(controller)
    controller.name = browser
    controller.basename = os.path.basename(browser)
    register(browser, None, instance=controller, preferred=preferred)
    return controller


def _reset() -> None:
    """BROWSER, PATH and the display may be others in another run."""
    global _tryorder
    _browsers.clear()
    _found.clear()
    _tryorder = None


start.on_reset(_reset)


def parse_args(arg_list: "list[str] | None"):
    import argparse

    parser = argparse.ArgumentParser(description="Open URL in a web browser.")
    parser.add_argument("url", help="URL to open")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("-n", "--new-window", action="store_const", const=1, default=0, dest="new_win", help="open new window")
    group.add_argument("-t", "--new-tab", action="store_const", const=2, default=0, dest="new_win", help="open new tab")
    return parser.parse_args(arg_list)


def main(arg_list: "list[str] | None" = None) -> None:
    args = parse_args(arg_list)
    open(args.url, args.new_win)
    print("\a")


if __name__ == "__main__":
    main()
