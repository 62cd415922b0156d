"""The browser that the desktop itself would open, and what may be given to it."""

import os
import sys

from _pyrunner import call
from _pyrunner.browsers import BaseBrowser

__all__ = ["DefaultBrowser", "MacOSXOSAScript", "no_desktop", "refusal", "say"]

_SCHEMES = ("http", "https", "ftp", "mailto", "file")


class DefaultBrowser(BaseBrowser):
    """The desktop's own browser, by its launcher: xdg-open, or what macOS and Windows have."""

    NAMES = {"linux": "xdg-open", "darwin": "MacOSX", "win32": "windows-default"}

    def __init__(self, name: "str | None" = None) -> None:
        super().__init__(name or self.NAMES.get(sys.platform, "xdg-open"))

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        why = self.attempt(url)
        if why is not None:
            say(why)
        return why is None

    def attempt(self, url: str) -> "str | None":
        """Hand over a URL; None, or why it was not taken."""
        sys.audit("webbrowser.open", url)
        launcher = None
        why = no_desktop() or refusal(url)
        if why is None and self.name == "xdg-open":
            import shutil

            launcher = shutil.which(self.name)
            if launcher is None:
                return "xdg-open is not in PATH"
        return why or call("browser.open", url, launcher)


class MacOSXOSAScript(BaseBrowser):
    """An application of macOS, told by osascript; the script is fixed, its words are arguments (osascript(1), run handler)."""

    _SCRIPT = "on run {theURL, theName}\ntell application theName\nactivate\nopen location theURL\nend tell\nend run"

    def __init__(self, name: str = "default") -> None:
        super().__init__(name)

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        if self.name == "default":
            return DefaultBrowser("MacOSX").open(url, new, autoraise)
        import subprocess

        sys.audit("webbrowser.open", url)
        self._check_url(url)
        try:
            return subprocess.run(["osascript", "-e", self._SCRIPT, url, self.name]).returncode == 0
        except OSError:
            return False


def no_desktop() -> "str | None":
    """Why nothing may open a window; None where it may. Who starts a script says so: a script has no right to lose."""
    if os.environ.get("PY_RUNNER_DESKTOP") == "0":
        return "this script runs without a desktop (PY_RUNNER_DESKTOP is 0), so no browser was opened"
    return None


def refusal(url: str) -> "str | None":
    """Why a URL is not for a browser that was only found; None when it is."""
    scheme, colon, rest = url.partition(":")
    if not colon or scheme.lower() not in _SCHEMES or "\0" in url:
        return f"only {', '.join(_SCHEMES)} URLs are given to the desktop's browser"
    return _file_refusal(rest) if scheme.lower() == "file" else None


def _file_refusal(rest: str) -> "str | None":
    """RFC 8089: file:/path or file://host/path; a host would be asked for it, on Windows with the user's credentials."""
    from urllib.parse import unquote_to_bytes, urlsplit
    from urllib.request import url2pathname

    parts = urlsplit("file:" + rest)
    if parts.netloc.lower() not in ("", "localhost"):
        return "a file URL of another machine is not given to the desktop's browser"
    try:
        if sys.platform == "win32":
            os.stat(url2pathname(parts.path))  # owners are no numbers there: what can be seen is the caller's
            return None
        owner = os.stat(unquote_to_bytes(parts.path)).st_uid
    except (OSError, ValueError) as error:
        return f"file URL: {getattr(error, 'strerror', None) or error}"
    return None if owner == os.geteuid() else "only the caller's own files are given to the desktop's browser"


def say(why: str) -> None:
    """One line, whatever is in it."""
    if sys.stderr is not None:
        print("webbrowser:", " ".join(why.split()), file=sys.stderr)
