"""The browsers of the guest's ``webbrowser``: the desktop's own, and programs that BROWSER or a script names.

CPython Lib/webbrowser.py has classes of the same names and options.
"""

import os
import shutil
import sys

from _pyrunner import call

__all__ = ["BackgroundBrowser", "BaseBrowser", "Chrome", "DefaultBrowser", "Error", "GenericBrowser", "Mozilla", "UnixBrowser"]


class Error(Exception):
    """No browser can be run."""


Error.__module__ = "webbrowser"


class BaseBrowser:
    """Parent class for all browsers. Do not use directly."""

    args = ["%s"]

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.basename = name

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        raise NotImplementedError

    def open_new(self, url: str) -> bool:
        return self.open(url, 1)

    def open_new_tab(self, url: str) -> bool:
        return self.open(url, 2)


class DefaultBrowser(BaseBrowser):
    """The browser that the desktop itself would open."""

    NAMES = {"linux": "xdg-open", "darwin": "MacOSX", "win32": "windows-default"}
    _SCHEMES = ("http", "https", "ftp", "mailto", "file")

    def __init__(self) -> None:
        super().__init__(self.NAMES.get(sys.platform, "xdg-open"))

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        sys.audit("webbrowser.open", url)
        scheme, colon, _ = url.partition(":")
        if not colon or scheme.lower() not in self._SCHEMES or "\0" in url:
            return self._fail(f"only {', '.join(self._SCHEMES)} URLs are given to the desktop's browser")
        launcher = None
        if self.name == "xdg-open":
            launcher = shutil.which(self.name)
            if launcher is None:
                return self._fail("xdg-open is not in PATH")
        why = call("browser.open", url, launcher)
        return True if why is None else self._fail(why)

    @staticmethod
    def _fail(why: str) -> bool:
        print(f"webbrowser: {why}", file=sys.stderr)
        return False


class GenericBrowser(BaseBrowser):
    """Class for all browsers started with a command and without remote functionality."""

    _waits = True

    def __init__(self, name) -> None:
        if isinstance(name, str):
            self.name = name
            self.args = ["%s"]
        else:
            self.name = name[0]
            self.args = name[1:]
        self.basename = os.path.basename(self.name)

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        sys.audit("webbrowser.open", url)
        return _launch([self.name] + [arg.replace("%s", _checked(url)) for arg in self.args], self._waits)


class BackgroundBrowser(GenericBrowser):
    """Class for all browsers which are to be started in the background."""

    _waits = False


class UnixBrowser(BaseBrowser):
    """Parent class for all Unix browsers with remote functionality."""

    KNOWN: dict = {}  # program: class
    remote_args = ["%action", "%s"]
    remote_action_newwin = remote_action_newtab = ""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.basename = os.path.basename(name)

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        sys.audit("webbrowser.open", url)
        if new not in (0, 1, 2):
            raise Error(f"Bad 'new' parameter to open(); expected 0, 1, or 2, got {new}")
        action = ("", self.remote_action_newwin, self.remote_action_newtab or self.remote_action_newwin)[new]
        args = [arg.replace("%s", _checked(url)).replace("%action", action) for arg in self.remote_args]
        return _launch([self.name] + [arg for arg in args if arg], False)


class Mozilla(UnixBrowser):
    """Launcher class for Mozilla browsers."""

    remote_action_newwin = "-new-window"
    remote_action_newtab = "-new-tab"


class Chrome(UnixBrowser):
    """Launcher class for Google Chrome browser and its relatives."""

    remote_action_newwin = "--new-window"


UnixBrowser.KNOWN.update(dict.fromkeys(("firefox", "iceweasel", "seamonkey"), Mozilla))
UnixBrowser.KNOWN.update(dict.fromkeys(("google-chrome", "chrome", "chromium", "chromium-browser", "microsoft-edge"), Chrome))


def _checked(url: str) -> str:
    if url.lstrip().startswith("-"):
        raise ValueError(f"Invalid URL (leading dash disallowed): {url!r}")  # it would be an option of the program
    return url


def _launch(command: list, waits: bool) -> bool:
    """Run a program with the script's environment; False if there is none, or it ends badly."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        return call("browser.launch", program, tuple(command[1:]), waits) == 0
    except OSError:
        return False
