"""HMAC objects of the guest's ``_hashlib``: two digests, as RFC 2104 says, so that one can be copied half-way."""

from _pyrunner import call
from _pyrunner.openssl_digest import SIZES, Immutable, start

__all__ = ["HMAC", "start_hmac"]


class HMAC(metaclass=Immutable):
    """The object used to calculate HMAC of a message."""

    __slots__ = ("_inner", "_outer")
    __module__ = "_hashlib"

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_hashlib.HMAC' instances")

    name = property(lambda self: f"hmac-{self._inner.name}")
    digest_size = property(lambda self: self._inner.digest_size)
    block_size = property(lambda self: self._inner.block_size)

    def update(self, msg) -> None:
        """Update the HMAC object with msg."""
        self._inner.update(msg)

    def digest(self) -> bytes:
        """Return the digest of the bytes passed to the update() method so far."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self) -> str:
        """Return hexadecimal digest of the bytes passed to the update() method so far."""
        return self.digest().hex()

    def copy(self) -> "HMAC":
        """Return a copy ("clone") of the HMAC object."""
        other = object.__new__(HMAC)
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def __repr__(self) -> str:
        return f"<{self._inner.name} HMAC object @ {id(self):#x}>"


def start_hmac(name: str, key: bytes, msg) -> HMAC:
    """A new object for the digest *name*; *msg* may be None."""
    block_size = SIZES[name][1]
    if len(key) > block_size:
        key = call("crypto.digest", name, 0, data=key)
    key = key.ljust(block_size, b"\0")
    made = object.__new__(HMAC)
    made._inner = start(name, key.translate(_INNER_PAD), None)
    made._outer = start(name, key.translate(_OUTER_PAD), None)
    if msg is not None:
        made.update(msg)
    return made


_INNER_PAD = bytes(byte ^ 0x36 for byte in range(256))
_OUTER_PAD = bytes(byte ^ 0x5C for byte in range(256))
