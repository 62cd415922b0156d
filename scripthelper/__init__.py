"""What scripts that are pushed to a client need beyond the standard library.

    import scripthelper as sh
    if sh.digest_file('setup.msi', 'sha256') != os.environ['MSI_HASH']:
        raise ValueError('downloaded file has incorrect hash')

Works inside py-runner, where the host reads and digests the file, and by itself
under CPython 3.8 or newer.
"""

from __future__ import annotations

import hashlib
import os

try:
    from _pyrunner import call as _call
except ImportError:
    _call = None

__all__ = ["digest_file"]


def digest_file(path: str | bytes | os.PathLike[str] | os.PathLike[bytes], algorithm: str = "sha1") -> str:
    """Return the digest of a file's bytes as lower-case hexadecimal digits.

    `algorithm` is a name that `hashlib.new` takes; hyphens and capitals do not
    matter, so 'SHA-256' is 'sha256'. Digests of variable length (shake) are left
    out. A digest is compared with lower-case digits.

    Raises ValueError with the names there are for an algorithm that is none of
    them, and what `open` raises for the file: FileNotFoundError, PermissionError,
    IsADirectoryError.
    """
    path = os.fspath(path)
    name = _known_name(algorithm)
    return _fast_digest(path, name) if _call else _digest(path, name)


def _known_name(algorithm: str) -> str:
    """The name by which hashlib knows an algorithm."""
    wanted = _letters(algorithm)
    for name in _names():
        if _letters(name) == wanted:
            return name
    raise _unknown(algorithm)


def _names() -> list[str]:
    return sorted(name for name in hashlib.algorithms_available if not name.startswith("shake"))


def _unknown(algorithm: str) -> ValueError:
    names = ", ".join(filter(_new, _names()))
    return ValueError(f"unknown digest algorithm {algorithm!r}; available: {names}")


def _new(name: str):
    """A new digest, None if OpenSSL lists the algorithm but its configuration lacks it."""
    try:
        return hashlib.new(name)
    except ValueError:
        return None


def _letters(algorithm: str) -> str:
    return algorithm.lower().replace("-", "").replace("_", "").replace("/", "")


def _fast_digest(path: str | bytes, name: str) -> str:
    """The host reads and digests the file: its bytes never enter the guest. It leaves what is no regular file to us."""
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError("embedded null byte")
    digits = _call("crypto.digest_file", encoded, name, paths=(path,))
    return _digest(path, name) if digits is None else digits


def _digest(path: str | bytes, name: str) -> str:
    # hashlib.file_digest (3.11) does the same with a quarter of the block; it is not in 3.8.
    digest = _new(name)
    if digest is None:
        raise _unknown(name)
    block = memoryview(bytearray(_BLOCK_BYTES))
    with open(path, "rb", buffering=0) as stream:
        size = stream.readinto(block)
        while size:
            digest.update(block[:size])
            size = stream.readinto(block)
    return digest.hexdigest()


_BLOCK_BYTES = 1 << 20
