"""OpenSSL's digests, as CPython's C module ``_hashlib`` offers them, computed by the host.

Names, signatures and errors are those of CPython Modules/_hashopenssl.c.
``openssl_md_meth_names`` lists what OpenSSL 3 has by default; a name that this
host's OpenSSL lacks raises ValueError when it is used.
"""

from _operator import _compare_digest as compare_digest  # noqa: F401

from _pyrunner import call
from _pyrunner.openssl_digest import HASH, HASHXOF, SIZES, buffer_of, known, start  # noqa: F401
from _pyrunner.openssl_hmac import HMAC, start_hmac
from _pyrunner.openssl_keys import pbkdf2_hmac, scrypt  # noqa: F401

openssl_md_meth_names = frozenset(SIZES)


class UnsupportedDigestmodError(ValueError):
    """The digest that HMAC should use is none of OpenSSL's."""


def new(name, data=b"", *, usedforsecurity=True, string=None) -> HASH:
    """Return a new hash object using the named algorithm."""
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    algorithm = known(name)
    if algorithm is None or not _is_offered(algorithm):
        raise ValueError(f"unsupported digest algorithm: {name}")
    return start(algorithm, data, string)


def _is_offered(algorithm: str) -> bool:
    return algorithm in _EVERYWHERE or call("crypto.digest", algorithm, 1) is not None


# What every OpenSSL has; hashlib makes a function of each.
_EVERYWHERE = (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
    "shake_256",
)


def _constructor(algorithm: str):
    def construct(data=b"", *, usedforsecurity=True, string=None):
        return start(algorithm, data, string)

    construct.__name__ = construct.__qualname__ = f"openssl_{algorithm}"
    construct.__doc__ = f"Returns a {algorithm} hash object; optionally initialized with a string"
    return construct


_constructors = {}
for _algorithm in _EVERYWHERE:
    _function = globals()[f"openssl_{_algorithm}"] = _constructor(_algorithm)
    _constructors[_function] = _algorithm
del _algorithm, _function


def hmac_new(key, msg=b"", digestmod=None) -> HMAC:
    """Return a new hmac object."""
    if digestmod is None:
        raise TypeError("Missing required parameter 'digestmod'.")
    return start_hmac(_digest_of_hmac(digestmod), bytes(buffer_of(key)), msg)


def hmac_digest(key, msg, digest) -> bytes:
    """Single-shot HMAC."""
    return call("crypto.hmac", _digest_of_hmac(digest), bytes(buffer_of(key)), data=buffer_of(msg))


def _digest_of_hmac(digestmod) -> str:
    if isinstance(digestmod, str):
        name = known(digestmod)
        if name is not None and SIZES[name][0] and _is_offered(name):
            return name
        raise UnsupportedDigestmodError(f"Unsupported digestmod {digestmod}")
    name = _constructors.get(digestmod) if callable(digestmod) else None
    if name is None or not SIZES[name][0]:
        raise UnsupportedDigestmodError(f"Unsupported digestmod {digestmod!r}")
    return name


def get_fips_mode() -> int:
    """Determine the OpenSSL FIPS mode: this build never asks for one."""
    return 0
