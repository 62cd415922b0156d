"""Windows' proxies for ``urllib.request``: what its two functions call of ``winreg``, for the one key that they open.

Its code is CPython's, which imports ``winreg``; there is none for scripts (winreg.py), so
those two functions find this module under the name.  The values are those that reg.exe
prints; a key that it does not is not there.  AutoConfigURL and AutoDetect are not
followed: CPython does not either.  CPython Lib/urllib/request.py, getproxies_registry.
"""

import errno
import os

__all__ = ["HKEY_CURRENT_USER", "OpenKey", "QueryValueEx", "apply"]

HKEY_CURRENT_USER = 0x80000001  # winreg.h
_KEY = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"


def apply(module) -> None:
    """Runs after CPython's urllib/request.py: an import there names a module, and here another."""
    for function in (module.getproxies_registry, module.proxy_bypass_registry):
        code = function.__code__
        names = tuple(__name__ if name == "winreg" else name for name in code.co_names)
        function.__code__ = code.replace(co_names=names)


class _Key:
    def __init__(self, values: dict) -> None:
        self.values = values

    def Close(self) -> None:
        """There is nothing to close."""


def OpenKey(key: int, sub_key: str) -> _Key:
    """Opens the specified key."""
    from _pyrunner import proxy_settings

    values = None
    if (key, sub_key) == (HKEY_CURRENT_USER, _KEY):
        values = proxy_settings.read("reg", os.path.join(os.environ.get("SystemRoot", "C:\\Windows"), "System32", "reg.exe"))
    if values is None:
        raise _not_found()
    return _Key(values)


def QueryValueEx(key: _Key, name: str) -> tuple:
    """Retrieves the data of a value; the number of its type is not looked at."""
    if name.lower() not in key.values:
        raise _not_found()
    return key.values[name.lower()], None


def _not_found() -> OSError:
    return OSError(errno.ENOENT, os.strerror(errno.ENOENT))
