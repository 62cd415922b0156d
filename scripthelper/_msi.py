"""Packages of Windows Installer."""

from __future__ import annotations

import os
import sys

from ._msi_codes import MEANINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MsiOutcome", "install_msi"]


class MsiOutcome(str):
    """What came of an installation, in words; true when the product is installed.

    code            msiexec's exit code
    restart_needed  whether Windows has to be started again, or is about to be
    """

    code: int
    restart_needed: bool

    def __new__(cls, code: int) -> MsiOutcome:
        words = MEANINGS.get(code)
        outcome = super().__new__(cls, words or f"ended with {code}, which msiexec does not document")
        outcome.code = code
        outcome.restart_needed = code in (1641, 3010)
        return outcome

    def __bool__(self) -> bool:
        return self.code == 0 or self.restart_needed


def install_msi(path: str | os.PathLike[str], options: str | Sequence[str] = "/qn /norestart") -> MsiOutcome:
    """Install a package with msiexec, wait for it, and return its exit code in words.

    `options` follow ``msiexec /i PACKAGE``: a str is the rest of the command line as it
    stands (``/qn TARGETDIR="C:\\Program Files\\X"``), a sequence has a word in each item.
    No shell reads them.  The outcome is a str that is true when the product is installed;
    `.code` has the number, `.restart_needed` says whether Windows must be started again:

        outcome = install_msi("setup.msi", "/qn")
        if not outcome:
            raise SystemExit(f"setup.msi: {outcome} ({outcome.code})")

    Raises FileNotFoundError where the package is not there, or msiexec is not.
    """
    import shutil
    import subprocess

    package = os.path.abspath(os.fspath(path))
    os.stat(package)
    msiexec = shutil.which("msiexec")
    if msiexec is None:
        import errno

        raise FileNotFoundError(errno.ENOENT, "packages are installed on Windows only: no such program", "msiexec")
    return MsiOutcome(subprocess.run(_command(msiexec, package, options), stdin=subprocess.DEVNULL).returncode)


def _command(msiexec: str, package: str, options: str | Sequence[str]) -> str | list[str]:
    if sys.platform != "win32":
        import shlex

        return [msiexec, "/i", package, *(shlex.split(options) if isinstance(options, str) else options)]
    # msiexec reads its own command line: NAME="a value" is a property, "NAME=a value" is not.
    words = [options] if isinstance(options, str) else [_quoted(word) for word in options]
    return " ".join([f'"{msiexec}"', "/i", f'"{package}"', *words])


def _quoted(word: str) -> str:
    if '"' in word or (word and not any(character.isspace() for character in word)):
        return word
    name, equals, value = word.partition("=")
    return f'{name}="{value}"' if equals and not any(character.isspace() for character in name) else f'"{word}"'
