"""Digests of files. Inside py-runner the host reads and digests the file: its bytes never enter the guest."""

from __future__ import annotations

import hashlib
import os

try:
    from _pyrunner import call as _call
except ImportError:
    _call = None

__all__ = ["digest_file", "verify_file"]


def digest_file(path: str | bytes | os.PathLike[str] | os.PathLike[bytes], algorithm: str = "sha1") -> str:
    """Return the digest of a file's bytes as lower-case hexadecimal digits.

    `algorithm` is a name that `hashlib.new` takes; hyphens and capitals do not
    matter, so 'SHA-256' is 'sha256'.  Digests of variable length (shake) are left
    out.  To compare a digest with one that somebody sent, use `verify_file`.

    Raises ValueError with the names there are for an algorithm that is none of
    them, and what `open` raises for the file: FileNotFoundError, PermissionError,
    IsADirectoryError.
    """
    path = os.fspath(path)
    name = _known_name(algorithm)
    return _fast_digest(path, name) if _call else _digest(path, name)


def verify_file(path: str | bytes | os.PathLike[str] | os.PathLike[bytes], algorithm: str, expected: str) -> bool:
    """Return whether a file has the expected digest: hexadecimal digits, in either case.

    The comparison takes the same time wherever the digests differ.  Raises ValueError
    when `expected` cannot be a digest of this algorithm, as when part of it was lost,
    and what `digest_file` raises.
    """
    digits = parse_digest(_known_name(algorithm), expected)
    import hmac

    return hmac.compare_digest(digest_file(path, algorithm), digits)


def parse_digest(algorithm: str, text: str) -> str:
    """The digits of a digest in lower case; ValueError for what is none."""
    digits = text.strip().lower()
    count = 2 * _offered(algorithm).digest_size
    if len(digits) != count or not set(digits) <= set("0123456789abcdef"):
        raise ValueError(f"no digest of {algorithm}, which has {count} hexadecimal digits: {text!r}")
    return digits


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
    return ValueError(f"unsupported hash type {algorithm}; available: {names}")  # begins as hashlib's own


def _new(name: str) -> hashlib._Hash | None:
    """A new digest, None if OpenSSL lists the algorithm but its configuration lacks it."""
    try:
        return hashlib.new(name)
    except ValueError:
        return None


def _offered(name: str) -> hashlib._Hash:
    digest = _new(name)
    if digest is None:
        raise _unknown(name)
    return digest


def _letters(algorithm: str) -> str:
    return algorithm.lower().replace("-", "").replace("_", "").replace("/", "")


def _fast_digest(path: str | bytes, name: str) -> str:
    """The host leaves what is no regular file to us."""
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError("embedded null byte")
    digits = _call("crypto.digest_file", encoded, name, paths=(path,))
    return _digest(path, name) if digits is None else digits


def _digest(path: str | bytes, name: str) -> str:
    # hashlib.file_digest (3.11) does the same with a quarter of the block; it is not in 3.9.
    digest = _offered(name)
    block = memoryview(bytearray(_BLOCK_BYTES))
    with open(path, "rb", buffering=0) as stream:
        size = stream.readinto(block)
        while size:
            digest.update(block[:size])
            size = stream.readinto(block)
    return digest.hexdigest()


_BLOCK_BYTES = 1 << 20
