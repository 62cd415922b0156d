"""``ssl.SSLContext``: settings and certificates that https of urllib.request carries to the host as data.

Checks and errors: CPython Modules/_ssl.c and Doc/library/ssl.rst.
"""

import os
import ssl
import sys
from contextlib import suppress

from _pyrunner import call
from _pyrunner.tls_certificates import DER_cert_to_PEM_cert, PEM_cert_to_DER_cert, certificates_in, split_der
from _pyrunner.tls_settings import Settings

__all__ = ["NO_SOCKET", "SSLContext"]

# SSL_ERROR_SSL; an SSLError of words alone would show them as a tuple.
NO_SOCKET = 1, "TLS on a socket of the script is not offered by this version of py-runner yet; https goes through urllib.request"
# Never left out in silence: who asks for it relies on it.
NO_REVOCATION = 1, "lists of revoked certificates are not looked at by this version of py-runner yet; verify_flags asks for it"


class SSLContext(Settings):
    """An SSLContext holds various SSL-related configuration options and data, such as certificates and possibly a private key."""

    __module__ = "ssl"

    def __init__(self, protocol=None, *args, **kwargs) -> None:
        super().__init__(protocol)
        self._authorities: list = []
        self._has_defaults = False
        self._default_places: dict = {}
        self._certificate = self._key = self._passphrase = self._ciphers = None
        self._protocols: tuple = ()

    def load_verify_locations(self, cafile=None, capath=None, cadata=None) -> None:
        """Load a set of "certification authority" certificates."""
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        for name, path in (("cafile", cafile), ("capath", capath)):
            if path is not None:
                _check_path(name, path)
        if cadata is not None:
            self._authorities += _certificates_of(cadata)
        if cafile is not None:
            found = certificates_in(_text(cafile))
            if not found:
                raise _error(136, "X509", "NO_CERTIFICATE_OR_CRL_FOUND")
            if not _are_certificates(found):
                raise _error(_PEM_LIB, "X509")
            self._authorities += found
        if capath is not None:
            if not os.fspath(capath):
                raise _error(113, "X509", "INVALID_DIRECTORY")
            self._authorities += _authorities_in(capath)

    def load_default_certs(self, purpose=None) -> None:
        """Load a set of default CA certificates: the host's own, or what SSL_CERT_FILE and SSL_CERT_DIR name now."""
        self._has_defaults = True
        places = (("cafile", os.environ.get("SSL_CERT_FILE")), ("capath", os.environ.get("SSL_CERT_DIR")))
        self._default_places = {name: place for name, place in places if place and os.path.exists(place)}

    def set_default_verify_paths(self) -> None:
        """Load a set of default CA certificates."""
        self.load_default_certs()

    def load_cert_chain(self, certfile, keyfile=None, password=None) -> None:
        """Load a private key and the corresponding certificate."""
        _check_path("certfile", certfile)
        if keyfile is not None:
            _check_path("keyfile", keyfile)
        certificate = _text(certfile)
        key = certificate if keyfile is None else _text(keyfile)
        if callable(password):
            password = password()
        elif password is not None and not isinstance(password, (str, bytes, bytearray)):
            raise TypeError("password should be a string or callable")
        if isinstance(password, (bytes, bytearray)):
            password = bytes(password).decode("utf-8", "surrogateescape")
        wrong = call("http.check_tls", certificate, key, password, None)
        if wrong is not None:
            raise _error(116, "X509", "KEY_VALUES_MISMATCH") if wrong.endswith("KEY_VALUES_MISMATCH") else _error(_PEM_LIB, "SSL")
        self._certificate, self._key, self._passphrase = certificate, key, password

    def set_ciphers(self, ciphers: str, /) -> None:
        """Set the available ciphers, in OpenSSL's format."""
        if call("http.check_tls", None, None, None, ciphers) is not None:
            raise ssl.SSLError("No cipher can be selected.")
        self._ciphers = ciphers

    def set_alpn_protocols(self, alpn_protocols) -> None:
        """Specify which protocols the socket should advertise during the handshake."""
        if not all(1 <= len(protocol) <= 255 for protocol in alpn_protocols):
            raise ssl.SSLError("ALPN protocols must be 1 to 255 in length")
        self._protocols = tuple(alpn_protocols)

    def set_servername_callback(self, server_name_callback) -> None:
        """Register what a server is to do with the name that a client sends: there is no server here that would call it."""
        self.sni_callback = server_name_callback

    def cert_store_stats(self) -> dict:
        """Get statistics about quantities of loaded X.509 certificates, without the host's own."""
        count = len(self._authorities)
        return {"x509": count, "crl": 0, "x509_ca": count}

    def get_ca_certs(self, binary_form: bool = False) -> list:
        """Get a list of loaded "certification authority" certificates, without the host's own."""
        certificates = [PEM_cert_to_DER_cert(text) for text in self._authorities]
        if binary_form:
            return certificates
        from _pyrunner.tls_decoded import decoded

        return [decoded(certificate) for certificate in certificates]

    def wrap_socket(
        self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, session=None
    ):
        """Put TLS on a connection of http.client; on a socket of the script it is not offered yet."""
        if self._check_hostname and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        secure = getattr(sock, "secure", None)  # http_connection.py
        if secure is None or server_side:
            raise ssl.SSLError(*NO_SOCKET)
        if self._verify_flags & ssl.VERIFY_CRL_CHECK_LEAF and self._verify_mode != ssl.CERT_NONE:
            raise ssl.SSLError(*NO_REVOCATION)
        secure(self._as_data(), server_hostname)
        from _pyrunner.secure_connection import secured

        return secured(sock, self, server_hostname)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """TLS over two buffers: not offered yet."""
        raise ssl.SSLError(*NO_SOCKET)

    def __reduce__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def _as_data(self) -> dict:
        """For the host; ``request.ts`` reads it."""
        if self._default_places:  # read when they are needed: every opener has a context, few use it
            self._has_defaults = False
            for name, place in self._default_places.items():
                with suppress(OSError):  # SSL_CTX_set_default_verify_paths(3): what cannot be read there is no error
                    self._authorities += certificates_in(_text(place)) if name == "cafile" else _authorities_in(place)
            self._default_places = {}
        return {
            "verify": self._verify_mode != ssl.CERT_NONE, "check_hostname": self._check_hostname,
            "authorities": tuple(dict.fromkeys(self._authorities)), "default_authorities": self._has_defaults,
            "platform": sys.platform,
            "certificate": self._certificate, "key": self._key, "passphrase": self._passphrase, "ciphers": self._ciphers,
            "min_version": self._lowest(), "max_version": self._highest(), "protocols": self._protocols,
        }


def _check_path(name: str, path) -> None:
    if not isinstance(path, (str, bytes, os.PathLike)):
        raise TypeError(f"{name} should be a valid filesystem path")
    if b"\0" in os.fsencode(path):
        raise ValueError("embedded null byte")


def _text(path) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None  # OpenSSL does not say which file


def _authorities_in(folder) -> list:
    """OpenSSL looks there when it looks for an authority, and finds none where there is no folder."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if os.path.isdir(folder) else []
    return [text for entry in entries if entry.is_file() for text in certificates_in(_text(entry.path))]


def _certificates_of(cadata) -> list:
    if isinstance(cadata, str) and cadata.isascii():
        given, found, lacks = cadata, certificates_in(cadata), "no start line"
    else:
        try:
            given = bytes(memoryview(cadata))
        except TypeError:
            raise TypeError("cadata should be an ASCII string or a bytes-like object") from None
        found, lacks = [DER_cert_to_PEM_cert(der) for der in split_der(given)], "not enough data"
    if not given:
        raise ValueError("Empty certificate data")
    if not found or not _are_certificates(found):
        raise _not_there(lacks)
    return found


def _are_certificates(texts: list) -> bool:
    return call("http.check_tls", None, None, None, None, tuple(texts)) is None


def _not_there(why: str):
    error = ssl.SSLError(0, f"{why}: cadata does not contain a certificate")
    error.library = error.reason = None
    return error


_PEM_LIB = 0x80009  # openssl/err.h: ERR_R_PEM_LIB, which has no name of its own


def _error(number: int, library: str, reason: "str | None" = None):
    """*number*: openssl/x509err.h."""
    words = f"[{library}] PEM lib" if reason is None else f"[{library}: {reason}] {reason.lower().replace('_', ' ')}"
    error = ssl.SSLError(number, words)
    error.library, error.reason = library, reason
    return error
