"""The hash objects of the guest's ``_hashlib``.

Small amounts of data are collected here and travel together: a digest of no more
than ``_KEPT_BYTES`` is one call, and only larger ones have a half-done digest in
the host, which goes when the object goes.
Behaviour: CPython Modules/_hashopenssl.c.
"""

from _operator import index

from _pyrunner import call

__all__ = ["HASH", "HASHXOF", "Immutable", "SIZES", "buffer_of", "known", "start"]

# name: (digest size, block size) in bytes; a digest of any length has the size 0.
SIZES = {
    "blake2b": (64, 128), "blake2s": (32, 64), "md5": (16, 64), "md5-sha1": (36, 64), "ripemd160": (20, 64), "sha1": (20, 64),
    "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128), "sha3_224": (28, 144), "sha3_256": (32, 136),
    "sha3_384": (48, 104), "sha3_512": (64, 72), "sha512": (64, 128), "sha512_224": (28, 128), "sha512_256": (32, 128),
    "shake_128": (0, 168), "shake_256": (0, 136), "sm3": (32, 64),
}

_KEPT_BYTES = 1 << 16
_MAX_LENGTH = 1 << 29


class Immutable(type):
    """The class of C types, whose attributes cannot be set."""

    def __setattr__(cls, name: str, value: object) -> None:
        raise TypeError(f"cannot set {name!r} attribute of immutable type '{cls.__module__}.{cls.__name__}'")


class HASH(metaclass=Immutable):
    """A hash is an object used to calculate a checksum of a string of information."""

    __slots__ = ("_name", "_kept", "_handle")
    __module__ = "_hashlib"

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '_hashlib.{cls.__name__}' instances")

    name = property(lambda self: self._name, doc="algorithm name.")
    digest_size = property(lambda self: SIZES[self._name][0])
    block_size = property(lambda self: SIZES[self._name][1])

    def update(self, obj, /) -> None:
        """Update this hash object's state with the provided string."""
        size = _buffer_size(obj)
        kept = self._kept
        if len(kept) + size <= _KEPT_BYTES:
            kept += obj
            return
        if kept:
            self._send(kept)
            self._kept = bytearray()
        if size < _KEPT_BYTES:
            self._kept += obj
        else:
            self._send(obj)

    def digest(self) -> bytes:
        """Return the digest value as a bytes object."""
        return self._result(0)

    def hexdigest(self) -> str:
        """Return the digest value as a string of hexadecimal digits."""
        return self._result(0).hex()

    def copy(self) -> "HASH":
        """Return a copy of the hash object."""
        other = _object(type(self), self._name)
        other._kept += self._kept
        if self._handle is not None:
            other._handle = call("crypto.copy", self._handle)
        return other

    def _send(self, data) -> None:
        if self._handle is None:
            self._handle = _offered(call("crypto.open", self._name, data=data), self._name)
        else:
            call("crypto.update", self._handle, data=data)

    def _result(self, length: int) -> bytes:
        if self._handle is None:
            return _offered(call("crypto.digest", self._name, length, data=self._kept), self._name)
        return call("crypto.result", self._handle, length, data=self._kept)

    def __del__(self, _call=call) -> None:
        if self._handle is not None:
            _call("crypto.close", self._handle)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '_hashlib.{type(self).__name__}' object")

    def __repr__(self) -> str:
        return f"<{self._name} _hashlib.{type(self).__name__} object @ {id(self):#x}>"


class HASHXOF(HASH):
    """A hash whose digest is as long as the caller wants."""

    __slots__ = ()
    __module__ = "_hashlib"

    def digest(self, length: int) -> bytes:
        """Return the digest value as a bytes object."""
        length = index(length)
        if not 0 <= length < _MAX_LENGTH:
            raise ValueError("length must be non-negative" if length < 0 else f"length must be smaller than {_MAX_LENGTH}")
        return self._result(length) if length else b""

    def hexdigest(self, length: int) -> str:
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest(length).hex()


def start(name: str, data, string) -> HASH:
    if string is not None:
        if data != b"":
            raise TypeError(_BOTH_GIVEN)
        data = string
    made = _object(HASH if SIZES[name][0] else HASHXOF, name)
    if data != b"":
        made.update(data)
    return made


_BOTH_GIVEN = (
    "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal "
    "in a future version."
)


def _object(cls: type, name: str) -> HASH:
    made = object.__new__(cls)
    made._name = name
    made._kept = bytearray()
    made._handle = None
    return made


def known(name: str) -> "str | None":
    """OpenSSL finds a digest by any of its names, in any case."""
    name = name.lower()
    if name in SIZES:
        return name
    return _OTHER_NAMES.get(name)


_OTHER_NAMES = {
    "sha-1": "sha1", "ssl3-sha1": "sha1", "sha2-224": "sha224", "sha-224": "sha224", "sha2-256": "sha256", "sha-256": "sha256",
    "sha2-384": "sha384", "sha-384": "sha384", "sha2-512": "sha512", "sha-512": "sha512", "sha512-224": "sha512_224",
    "sha2-512/224": "sha512_224", "sha512-256": "sha512_256", "sha2-512/256": "sha512_256", "sha3-224": "sha3_224",
    "sha3-256": "sha3_256", "sha3-384": "sha3_384", "sha3-512": "sha3_512", "shake128": "shake_128", "shake-128": "shake_128",
    "shake256": "shake_256", "shake-256": "shake_256", "blake2b512": "blake2b", "blake2b-512": "blake2b", "blake2s256": "blake2s",
    "blake2s-256": "blake2s", "ssl3-md5": "md5", "ripemd": "ripemd160", "ripemd-160": "ripemd160", "rmd160": "ripemd160",
}


def _offered(answer, name: str):
    if answer is None:
        raise ValueError(f"unsupported digest algorithm: {name}")
    return answer


def _buffer_size(data) -> int:
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None
    return _contiguous(view).nbytes


def buffer_of(data) -> memoryview:
    """An argument that C takes as a buffer."""
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    return _contiguous(view)


def _contiguous(view: memoryview) -> memoryview:
    if not view.c_contiguous:
        raise BufferError("memoryview: underlying buffer is not C-contiguous")
    return view
