"""Where the script runs, and with which rights."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

__all__ = ["is_admin", "platform"]


def platform() -> Literal["windows", "mac", "linux"]:
    """Return the kind of system: 'windows', 'mac' or 'linux'.

    Raises NotImplementedError on any other.
    """
    if sys.platform in ("win32", "cygwin"):
        return "windows"
    if sys.platform == "darwin":
        return "mac"
    if sys.platform.startswith("linux"):
        return "linux"
    raise NotImplementedError(f"{sys.platform} is none of windows, mac and linux")


def is_admin() -> bool:
    """Return whether the script has an administrator's rights now.

    On Linux and macOS: the effective user is root.  On Windows: the process is
    elevated; a member of Administrators who has not confirmed the prompt is not.
    """
    if hasattr(os, "geteuid"):
        return os.geteuid() == 0
    return _is_elevated()


# Well-known SIDs of mandatory integrity levels: High, and System.
_ELEVATED = ("S-1-16-12288", "S-1-16-16384")


def _is_elevated() -> bool:
    import subprocess

    # Not IsUserAnAdmin by ctypes, which cannot be loaded everywhere. The names are translated, the SIDs are not.
    folder = os.path.join(os.environ.get("SystemRoot", "C:\\Windows"), "System32")
    run = subprocess.run(
        [os.path.join(folder, "whoami.exe"), "/groups", "/fo", "csv", "/nh"], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, check=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return any(sid.encode() in run.stdout for sid in _ELEVATED)
