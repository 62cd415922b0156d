"""What ``sys`` has on Windows and only there: winver, getwindowsversion, _vpath; and what it lacks: abiflags.

CPython Python/sysmodule.c, getwindowsversion.
"""

import sys

__all__ = ["install"]

_FIELDS = (
    "major", "minor", "build", "platform", "service_pack", "service_pack_major", "service_pack_minor", "suite_mask",
    "product_type", "platform_version",
)
# A Windows 10 of the last kind, for workstations (winnt.h): what the guest is told where the host is no Windows.
_BUILD = (10, 0, 19045)
_PLATFORM_NT, _SINGLE_USER_TERMINAL, _WORKSTATION = 2, 0x100, 1
_VALUES = (*_BUILD, _PLATFORM_NT, "", 0, 0, _SINGLE_USER_TERMINAL, _WORKSTATION, _BUILD)
_SHOWN = 5  # as a sequence it has the first five


class WindowsVersion(tuple):
    """Return info about the running version of Windows as a named tuple."""

    def __repr__(self) -> str:
        return f"sys.getwindowsversion({', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))})"


def getwindowsversion() -> WindowsVersion:
    """Return info about the running version of Windows as a named tuple."""
    return WindowsVersion(_VALUES[:_SHOWN])


def install() -> None:
    for place, name in enumerate(_FIELDS):
        setattr(WindowsVersion, name, property(lambda self, place=place: _VALUES[place]))
    getwindowsversion.__module__ = WindowsVersion.__module__ = "sys"
    sys.getwindowsversion = getwindowsversion
    sys.winver = f"{sys.version_info.major}.{sys.version_info.minor}"
    sys._vpath = "..\\.."  # from python.exe to its sources, were this a build folder: sysconfig shows it
    del sys.abiflags
