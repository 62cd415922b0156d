"""TLS as CPython's ``ssl`` offers it, where the TLS itself is the host's.

Contexts, constants and errors are here; https of ``urllib.request`` carries a
context's settings to the host.  Different: a socket or a pair of buffers cannot be
wrapped (``wrap_socket`` and ``wrap_bio`` say so), and
the default authorities are the host's own unless SSL_CERT_FILE or SSL_CERT_DIR is set.
Behaviour: CPython Doc/library/ssl.rst.
"""

import _ssl
import os
from collections import namedtuple
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag
from socket import _GLOBAL_DEFAULT_TIMEOUT, socket

from _ssl import (  # noqa: F401
    HAS_ALPN, HAS_ECDH, HAS_NPN, HAS_PHA, HAS_PSK, HAS_SNI, HAS_SSLv2, HAS_SSLv3, HAS_TLSv1, HAS_TLSv1_1, HAS_TLSv1_2,
    HAS_TLSv1_3,
    OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER, RAND_add, RAND_bytes, RAND_status, SSLCertVerificationError,
    SSLEOFError, SSLError, SSLSyscallError, SSLWantReadError, SSLWantWriteError, SSLZeroReturnError,
)

CertificateError = SSLCertVerificationError
socket_error = OSError
HAS_NEVER_CHECK_COMMON_NAME = True
CHANNEL_BINDING_TYPES = ["tls-unique"]

_IntEnum._convert_("_SSLMethod", __name__, lambda name: name.startswith("PROTOCOL_"), source=_ssl)
_IntFlag._convert_("Options", __name__, lambda name: name.startswith("OP_"), source=_ssl)
_IntEnum._convert_("AlertDescription", __name__, lambda name: name.startswith("ALERT_DESCRIPTION_"), source=_ssl)
_IntEnum._convert_("SSLErrorNumber", __name__, lambda name: name.startswith("SSL_ERROR_"), source=_ssl)
_IntFlag._convert_("VerifyFlags", __name__, lambda name: name.startswith("VERIFY_"), source=_ssl)
_IntEnum._convert_("VerifyMode", __name__, lambda name: name.startswith("CERT_"), source=_ssl)
PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = PROTOCOL_TLS  # noqa: F821 - made above


class TLSVersion(_IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 0x300
    TLSv1 = 0x301
    TLSv1_1 = 0x302
    TLSv1_2 = 0x303
    TLSv1_3 = 0x304
    MAXIMUM_SUPPORTED = -1


_ASN1Object = namedtuple("_ASN1Object", "nid shortname longname oid")


class Purpose(_ASN1Object, _Enum):
    """What a certificate is for."""

    SERVER_AUTH = 129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"
    CLIENT_AUTH = 130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"


from _pyrunner.tls_certificates import (  # noqa: E402, F401
    PEM_FOOTER, PEM_HEADER, DefaultVerifyPaths, DER_cert_to_PEM_cert, PEM_cert_to_DER_cert, cert_time_to_seconds,
    get_default_verify_paths,
)
from _pyrunner.tls_context import NO_SOCKET, SSLContext  # noqa: E402


_NO_CONSTRUCTOR = "{} does not have a public constructor. Instances are returned by SSLContext.{}()."


class SSLSocket(socket):
    """A socket with TLS on it: what wrap_socket would return."""

    def __init__(self, *args, **kwargs) -> None:
        raise TypeError(_NO_CONSTRUCTOR.format(type(self).__name__, "wrap_socket"))


class SSLObject:
    """TLS over two buffers: what wrap_bio would return."""

    def __init__(self, *args, **kwargs) -> None:
        raise TypeError(_NO_CONSTRUCTOR.format(type(self).__name__, "wrap_bio"))


class SSLSession:
    """A session of TLS that can be resumed: none can be here."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'ssl.SSLSession' instances")


class MemoryBIO:
    """A buffer that TLS reads from or writes to."""

    def __init__(self) -> None:
        raise SSLError(*NO_SOCKET)


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None) -> SSLContext:
    """Create a SSLContext object with default settings."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)  # noqa: F821
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)  # noqa: F821
    else:
        raise ValueError(purpose)
    context.verify_flags |= VERIFY_X509_PARTIAL_CHAIN | VERIFY_X509_STRICT  # noqa: F821
    _load_authorities(context, purpose, cafile, capath, cadata)
    context.keylog_filename = os.environ.get("SSLKEYLOGFILE") or None
    return context


def _create_unverified_context(
    protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,  # noqa: F821
    certfile=None, keyfile=None, cafile=None, capath=None, cadata=None,
) -> SSLContext:
    """Create a SSLContext object for Python stdlib modules, which checks no certificate."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER  # noqa: F821
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if keyfile and not certfile:
        raise ValueError("certfile must be specified")
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    _load_authorities(context, purpose, cafile, capath, cadata)
    return context


def _load_authorities(context, purpose, cafile, capath, cadata) -> None:
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:  # noqa: F821
        context.load_default_certs(purpose)


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def get_server_certificate(
    addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT,  # noqa: F821
) -> str:
    """Retrieve the certificate from the server at the specified address, and return it as a PEM-encoded string.

    If 'ca_certs' is specified, validate the server cert against it.
    """
    from _pyrunner.http_connection import Connection

    host, _ = addr
    checked = CERT_NONE if ca_certs is None else CERT_REQUIRED  # noqa: F821
    context = _create_stdlib_context(ssl_version, cert_reqs=checked, cafile=ca_certs)
    with Connection(addr, timeout) as plain, context.wrap_socket(plain, server_hostname=host) as connection:
        return DER_cert_to_PEM_cert(connection.getpeercert(True))


def get_protocol_name(protocol_code: int) -> str:
    """The name of a PROTOCOL_ constant."""
    for name, member in _SSLMethod.__members__.items():  # noqa: F821
        if member == protocol_code:
            return name
    return "<unknown>"
