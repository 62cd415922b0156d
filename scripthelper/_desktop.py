"""What the user gets to see: pages and messages."""

from __future__ import annotations

import os
import sys

__all__ = ["notify", "open_url"]

_SCHEMES = ("http", "https", "ftp", "mailto", "file")
_ANSWER_SECONDS = 10  # a service that has not taken a message by then will not


def open_url(url: str) -> bool:
    """Show a page in the user's browser; return whether a browser took it.

    Raises ValueError for what is no http, https, ftp, mailto or file URL, or has blanks
    or control characters at its ends or line breaks within.
    """
    scheme, colon, rest = url.partition(":")
    if not colon or scheme.lower() not in _SCHEMES or not rest.strip("/"):
        raise ValueError(f"no {', '.join(_SCHEMES)} URL: {url!r}")
    if any(character < " " or character == "\x7f" for character in url) or url != url.strip():
        raise ValueError(f"URL with blanks at its ends or control characters: {url!r}")
    import webbrowser

    return webbrowser.open(url)


def notify(title: str, text: str) -> bool:
    """Show the user a message; return whether a service of the desktop showed it.

    On Linux by notify-send, on macOS by osascript, on Windows as a toast by PowerShell,
    else by msg.  Where none of them is there or none succeeds, nothing was shown and the
    answer is False.  Title and text are never part of a command or a script.

    Raises ValueError for a NUL character.
    """
    if "\0" in title or "\0" in text:
        raise ValueError("embedded null character")
    if sys.platform == "win32":
        return _succeeds(_TOAST, {"SCRIPTHELPER_TITLE": title, "SCRIPTHELPER_TEXT": text}) or _succeeds(
            ["msg", os.environ.get("USERNAME", "*"), "/TIME:60"], words=f"{title}\n\n{text}"
        )
    if sys.platform == "darwin":
        return _succeeds(["osascript", "-e", _NOTIFICATION, "--", title, text])
    return _succeeds(["notify-send", "--", title, _plain(text)])


def _plain(text: str) -> str:
    """A text as it is: notify-send(1) reads C's escapes in it, the service tags (Desktop Notifications Specification, Markup).

    A title has neither.
    """
    return text.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# AppleScript's "run" handler gets the words behind the script.
_NOTIFICATION = "on run {theTitle, theText}\ndisplay notification theText with title theTitle\nend run"
# A toast of the application that PowerShell is registered as; text is set as text, so nothing in it is XML.
_TOAST = ["powershell", "-NoProfile", "-NonInteractive", "-Command", """
$ErrorActionPreference = 'Stop'
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$lines = $xml.GetElementsByTagName('text')
$null = $lines.Item(0).AppendChild($xml.CreateTextNode($env:SCRIPTHELPER_TITLE))
$null = $lines.Item(1).AppendChild($xml.CreateTextNode($env:SCRIPTHELPER_TEXT))
$toast = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]::new($xml)
$id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$manager::CreateToastNotifier($id).Show($toast)
"""]


def _succeeds(command: list[str], variables: dict[str, str] | None = None, words: str = "") -> bool:
    """Whether a program is there, and ends with 0 in time."""
    import shutil
    import subprocess

    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        run = subprocess.run(
            [program, *command[1:]], input=words.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, **(variables or {})}, timeout=_ANSWER_SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0
