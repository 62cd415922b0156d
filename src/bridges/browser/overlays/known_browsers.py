"""The browsers that are looked for when nobody named one, by platform and in this order.

CPython Lib/webbrowser.py, register_standard_browsers; it asks xdg-settings too, which
xdg-open does by itself.
"""

import os
import shutil
import sys
from collections.abc import Iterator

from _pyrunner import browsers
from _pyrunner.desktop_browser import DefaultBrowser, MacOSXOSAScript

__all__ = ["on_this_machine"]

Found = tuple[str, type | None, browsers.BaseBrowser | None]  # name, class, instance

_MOZILLA = ("firefox", "iceweasel", "seamonkey", "mozilla-firefox", "mozilla")
_CHROME = ("google-chrome", "chrome", "chromium", "chromium-browser")


def on_this_machine() -> Iterator[Found]:
    """What register() takes of each."""
    if sys.platform == "win32":
        yield from _windows()
        return
    if sys.platform == "darwin":
        yield "MacOSX", None, DefaultBrowser()
        for name in ("chrome", "firefox", "safari"):
            yield name, None, MacOSXOSAScript(name)
    else:
        if shutil.which("xdg-open"):
            yield "xdg-open", None, DefaultBrowser()
        if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
            yield from _graphical()
    if os.environ.get("TERM"):
        yield from _console()


def _graphical() -> Iterator[Found]:
    yield from _those_there(["gio"], lambda name: browsers.BackgroundBrowser([name, "open", "--", "%s"]))
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    if "GNOME" in desktop or "GNOME_DESKTOP_SESSION_ID" in os.environ:
        yield from _those_there(["gvfs-open"], browsers.BackgroundBrowser)
    if ("KDE" in desktop or "KDE_FULL_SESSION" in os.environ) and shutil.which("kfmclient"):
        yield "kfmclient", browsers.Konqueror, browsers.Konqueror("kfmclient")
    yield from _those_there(["x-www-browser"], browsers.BackgroundBrowser)
    yield from _those_there(_MOZILLA, browsers.Mozilla)
    konqueror = next(filter(shutil.which, ("kfm", "konqueror")), None)
    if konqueror:
        yield konqueror, browsers.Konqueror, browsers.Konqueror(konqueror)
    yield from _those_there(["epiphany"], browsers.Epiphany)
    yield from _those_there(_CHROME, browsers.Chrome)
    yield from _those_there(["opera"], browsers.Opera)
    yield from _those_there(["microsoft-edge"], browsers.Edge)


def _console() -> Iterator[Found]:
    yield from _those_there(["www-browser", "links"], browsers.GenericBrowser)
    yield from _those_there(["elinks"], browsers.Elinks)
    yield from _those_there(["lynx", "w3m"], browsers.GenericBrowser)


def _windows() -> Iterator[Found]:
    yield "windows-default", DefaultBrowser, None
    edge = "Microsoft\\Edge\\Application\\msedge.exe"
    folders = [
        os.environ.get("PROGRAMFILES(x86)", "C:\\Program Files (x86)"), os.environ.get("PROGRAMFILES", "C:\\Program Files"),
    ]
    paths = [os.path.join(folder, edge) for folder in folders]
    yield from _those_there(["firefox", "seamonkey", "mozilla", "chrome", "opera", *paths], browsers.BackgroundBrowser)
    if shutil.which("MicrosoftEdge.exe"):
        yield "microsoft-edge", None, browsers.Edge("MicrosoftEdge.exe")


def _those_there(names, make) -> Iterator[Found]:
    for name in names:
        if shutil.which(name):
            yield name, None, make(name)
