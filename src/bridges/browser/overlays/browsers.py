"""The browsers that the guest's ``webbrowser`` can start by themselves, each with its own words for a window or a tab.

CPython Lib/webbrowser.py has classes of the same names, options and rules.  Programs
are started by ``subprocess``, a URL is always (part of) one argument.
"""

import os
import sys

__all__ = [
    "BackgroundBrowser", "BaseBrowser", "Chrome", "Chromium", "Edge", "Elinks", "Epiphany", "Error", "GenericBrowser",
    "Konqueror", "Mozilla", "Opera", "UnixBrowser",
]

_REMOTE_SECONDS = 5  # one that still runs then has (hopefully) become the browser


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

    @staticmethod
    def _check_url(url: str) -> None:
        if url and url.lstrip().startswith("-"):  # the program would take it for an option
            raise ValueError(f"Invalid URL (leading dash disallowed): {url!r}")


class GenericBrowser(BaseBrowser):
    """Class for all browsers started with a command
       and without remote functionality."""

    def __init__(self, name) -> None:
        if isinstance(name, str):
            self.name = name
            self.args = ["%s"]
        else:
            # name should be a list with arguments
            self.name = name[0]
            self.args = name[1:]
        self.basename = os.path.basename(self.name)

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        try:
            return not self._start(url).wait()
        except OSError:
            return False

    def _start(self, url: str, **how: bool):
        import subprocess

        self._check_url(url)
        sys.audit("webbrowser.open", url)
        return subprocess.Popen([self.name] + [arg.replace("%s", url) for arg in self.args], **_posix(close_fds=True, **how))


class BackgroundBrowser(GenericBrowser):
    """Class for all browsers which are to be started in the
       background."""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        try:
            return self._start(url, start_new_session=True).poll() is None
        except OSError:
            return False


class UnixBrowser(BaseBrowser):
    """Parent class for all Unix browsers with remote functionality."""

    raise_opts = None
    background = False
    redirect_stdout = True
    # "%s" is the URL, "%action" the word for an open window, a new one (new=1) or a tab (new=2; None: as a new one).
    remote_args = ["%action", "%s"]
    remote_action = None
    remote_action_newwin = None
    remote_action_newtab = None

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        sys.audit("webbrowser.open", url)
        if new not in (0, 1, 2):
            raise Error(f"Bad 'new' parameter to open(); expected 0, 1, or 2, got {new}")
        newtab = self.remote_action_newwin if self.remote_action_newtab is None else self.remote_action_newtab
        action = (self.remote_action, self.remote_action_newwin, newtab)[new]
        # CPython puts the action into URLs too; here a URL stays what it is, but what CPython refuses is refused.
        self._check_url(url.replace("%action", action))
        self._check_url(url)
        args = [arg.replace("%action", action).replace("%s", url) for arg in self.remote_args]
        if self._invoke([arg for arg in args if arg], True, autoraise, url):
            return True
        return self._invoke([arg.replace("%s", url) for arg in self.args], False, False)  # nobody to hand it to: begin one

    def _invoke(self, args: list, remote: bool, autoraise: bool, url: "str | None" = None) -> bool:
        import subprocess

        option = self.raise_opts[int(autoraise)] if remote and self.raise_opts else None
        silent = subprocess.DEVNULL if remote or self.background else None  # browsers of the terminal need it
        process = subprocess.Popen(
            [self.name, *([option] if option else []), *args], close_fds=True, stdin=silent,
            stdout=(self.redirect_stdout and silent or None), stderr=silent, start_new_session=True,
        )
        if remote:
            try:
                return not process.wait(_REMOTE_SECONDS)
            except subprocess.TimeoutExpired:
                return True
        return process.poll() is None if self.background else not process.wait()


class Mozilla(UnixBrowser):
    """Launcher class for Mozilla browsers."""

    remote_action = ""
    remote_action_newwin = "-new-window"
    remote_action_newtab = "-new-tab"
    background = True


class Epiphany(UnixBrowser):
    """Launcher class for Epiphany browser."""

    raise_opts = ["-noraise", ""]
    remote_action = "-n"
    remote_action_newwin = "-w"
    background = True


class Chrome(UnixBrowser):
    """Launcher class for Google Chrome browser."""

    remote_action = ""
    remote_action_newwin = "--new-window"
    remote_action_newtab = ""
    background = True


Chromium = Chrome


class Opera(Chrome):
    """Launcher class for Opera browser."""


class Edge(Chrome):
    """Launcher class for Microsoft Edge browser."""


class Elinks(UnixBrowser):
    """Launcher class for Elinks browsers."""

    remote_args = ["-remote", "openURL(%s%action)"]
    remote_action = ""
    remote_action_newwin = ",new-window"
    remote_action_newtab = ",new-tab"
    redirect_stdout = False  # elinks takes this as a wish for -dump


class Konqueror(BaseBrowser):
    """Controller for the KDE File Manager (kfm, or Konqueror)."""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        import subprocess

        sys.audit("webbrowser.open", url)
        self._check_url(url)
        silent = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        try:
            subprocess.Popen(["kfmclient", "newTab" if new == 2 else "openURL", url], close_fds=True, **silent).wait()
            return True  # whatever it ends with: it says nothing
        except OSError:
            pass
        for command in (["konqueror", "--silent", url], ["kfm", "-d", url]):
            try:
                if subprocess.Popen(command, close_fds=True, start_new_session=True, **silent).poll() is None:
                    return True
            except OSError:
                pass
        return False


def _posix(**options: bool) -> dict:
    return {} if sys.platform == "win32" else options
