"""Certificates as text and as bytes, and where a machine keeps those that it trusts.  Behaviour: CPython Doc/library/ssl.rst."""

import base64
import os
from collections import namedtuple

__all__ = [
    "DER_cert_to_PEM_cert", "DefaultVerifyPaths", "PEM_FOOTER", "PEM_HEADER", "PEM_cert_to_DER_cert", "cert_time_to_seconds",
    "certificates_in", "get_default_verify_paths", "split_der",
]

PEM_HEADER = "-----BEGIN CERTIFICATE-----"
PEM_FOOTER = "-----END CERTIFICATE-----"
_LINE = 64

DefaultVerifyPaths = namedtuple(
    "DefaultVerifyPaths", "cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath"
)
# Where OpenSSL looks when nobody set other places; a distribution links them to its own.
_CA_FILE, _CA_PATH = "/usr/lib/ssl/cert.pem", "/usr/lib/ssl/certs"


def get_default_verify_paths() -> DefaultVerifyPaths:
    """Return paths to default cafile and capath."""
    cafile = os.environ.get("SSL_CERT_FILE", _CA_FILE)
    capath = os.environ.get("SSL_CERT_DIR", _CA_PATH)
    return DefaultVerifyPaths(
        cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None,
        "SSL_CERT_FILE", _CA_FILE, "SSL_CERT_DIR", _CA_PATH,
    )


def DER_cert_to_PEM_cert(der_cert_bytes) -> str:
    """Takes a certificate in binary DER format and returns the PEM version of it as a string."""
    text = base64.standard_b64encode(der_cert_bytes).decode("ascii")
    lines = [text[start:start + _LINE] for start in range(0, len(text), _LINE)]
    return "\n".join([PEM_HEADER, *lines, PEM_FOOTER]) + "\n"


def PEM_cert_to_DER_cert(pem_cert_string: str) -> bytes:
    """Takes a certificate in ASCII PEM format and returns the DER-encoded version of it as a byte sequence."""
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError(f"Invalid PEM encoding; must start with {PEM_HEADER}")
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError(f"Invalid PEM encoding; must end with {PEM_FOOTER}")
    return base64.decodebytes(pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)].encode("ascii", "strict"))


def certificates_in(text: str) -> list:
    """The PEM certificates of a file, each as a text of its own."""
    found = []
    for part in text.split(PEM_HEADER)[1:]:
        body, footer, _ = part.partition(PEM_FOOTER)
        if footer:
            found.append(f"{PEM_HEADER}{body}{PEM_FOOTER}\n")
    return found


def split_der(data: bytes) -> list:
    """Certificates in DER one behind the other.  X.690, 8.1.3: each says how long it is."""
    found = []
    while len(data) > 2:
        size = data[1]
        header = 2
        if size & 0x80:
            header += size & 0x7F
            size = int.from_bytes(data[2:header])
        found.append(data[:header + size])
        data = data[header + size:]
    return found


def cert_time_to_seconds(cert_time: str) -> int:
    """Return the time in seconds since the Epoch of a certificate's "notBefore" or "notAfter": "Jan  5 09:34:43 2018 GMT"."""
    from calendar import timegm
    from time import strptime

    month, rest = cert_time[:3].title(), cert_time[3:]
    if month not in _MONTHS:
        raise ValueError(f"time data {cert_time!r} does not match format \"%b {_TIME_FORMAT}\"")
    parsed = strptime(rest, _TIME_FORMAT)
    return timegm((parsed[0], _MONTHS.index(month) + 1, *parsed[2:6]))


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # of no locale
_TIME_FORMAT = " %d %H:%M:%S %Y GMT"
