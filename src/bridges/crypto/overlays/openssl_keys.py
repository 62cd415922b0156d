"""Keys from passwords: the functions of the guest's ``_hashlib``, computed by the host at one go.

Checks and errors: CPython Modules/_hashopenssl.c.
"""

from _operator import index

from _pyrunner import call
from _pyrunner.openssl_digest import SIZES, buffer_of, known

__all__ = ["pbkdf2_hmac", "scrypt"]


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None) -> bytes:
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    name = known(hash_name)
    if name is None:
        raise ValueError(f"unsupported digest algorithm: {hash_name}")
    password, salt, iterations = buffer_of(password), bytes(buffer_of(salt)), index(iterations)
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if iterations > _INT_MAX:
        raise OverflowError("iteration value is too great.")
    length = SIZES[name][0] if dklen is None else index(dklen)
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    if length > _INT_MAX:
        raise OverflowError("key length is too great.")
    key = call("crypto.pbkdf2", name, salt, iterations, length, data=password)
    if key is None:
        raise ValueError(f"unsupported digest algorithm: {hash_name}")
    return key


_INT_MAX = 2**31 - 1


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64) -> bytes:
    """scrypt password-based key derivation function."""
    password, salt, maxmem, dklen = buffer_of(password), bytes(buffer_of(salt)), index(maxmem), index(dklen)
    for name, value in (("n", n), ("r", r), ("p", p)):
        if not isinstance(value, int):
            raise TypeError(f"{name} is required and must be an unsigned int")
        if not 0 <= value <= 2**64 - 1:
            raise OverflowError(f"{name} is out of range")
    if n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2.")
    if not 0 <= maxmem <= _INT_MAX:
        raise ValueError(f"maxmem must be positive and smaller than {_INT_MAX}")
    if not 1 <= dklen <= _INT_MAX:
        raise ValueError(f"dklen must be greater than 0 and smaller than {_INT_MAX}")
    key = call("crypto.scrypt", salt, n, r, p, maxmem, dklen, data=password) if r and p else None
    if key is None:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    return key
