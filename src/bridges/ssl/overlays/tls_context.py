"""``ssl.SSLContext``: settings that https of urllib.request carries to the host as data.

Checks and errors: CPython Modules/_ssl.c and Doc/library/ssl.rst.
"""

import os
import ssl

from _pyrunner.tls_certificates import DER_cert_to_PEM_cert, PEM_cert_to_DER_cert, certificates_in, split_der

__all__ = ["WHY_NO_SOCKET", "SSLContext"]

WHY_NO_SOCKET = "TLS on a socket of the script is not offered by this version of py-runner yet; https goes through urllib.request"

# The host's names of the versions, in their order.
_VERSIONS = {ssl.TLSVersion.TLSv1: "TLSv1", ssl.TLSVersion.TLSv1_1: "TLSv1.1", ssl.TLSVersion.TLSv1_2: "TLSv1.2", ssl.TLSVersion.TLSv1_3: "TLSv1.3"}
_ONLY = {ssl.PROTOCOL_TLSv1: "TLSv1", ssl.PROTOCOL_TLSv1_1: "TLSv1_1", ssl.PROTOCOL_TLSv1_2: "TLSv1_2"}


class SSLContext:
    """An SSLContext holds various SSL-related configuration options and data, such as certificates and possibly a private key."""

    __module__ = "ssl"

    def __init__(self, protocol=None, *args, **kwargs) -> None:
        import warnings

        if protocol is None:
            warnings.warn("ssl.SSLContext() without protocol argument is deprecated.", DeprecationWarning, stacklevel=2)
            protocol = ssl.PROTOCOL_TLS
        try:
            self._protocol = ssl._SSLMethod(protocol)
        except ValueError:
            raise ValueError(f"invalid or unsupported protocol version {protocol}") from None
        if self._protocol not in (ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER):
            warnings.warn(f"ssl.{self._protocol.name} is deprecated", DeprecationWarning, stacklevel=2)
        is_client = self._protocol == ssl.PROTOCOL_TLS_CLIENT
        self._check_hostname = is_client
        self._verify_mode = ssl.CERT_REQUIRED if is_client else ssl.CERT_NONE
        self._verify_flags = ssl.VERIFY_X509_TRUSTED_FIRST
        self._options = ssl.OP_ALL | ssl.OP_NO_SSLv3 | ssl.OP_NO_COMPRESSION | ssl.OP_CIPHER_SERVER_PREFERENCE | ssl.OP_ENABLE_MIDDLEBOX_COMPAT
        self._options |= ssl.OP_IGNORE_UNEXPECTED_EOF
        only = ssl.TLSVersion[_ONLY[self._protocol]] if self._protocol in _ONLY else None
        self._minimum = only or ssl.TLSVersion.MINIMUM_SUPPORTED
        self._maximum = only or ssl.TLSVersion.MAXIMUM_SUPPORTED
        self._authorities: list = []
        self._has_defaults = False
        self._certificate = self._key = self._passphrase = self._ciphers = None
        self._protocols: tuple = ()
        self.post_handshake_auth = None
        self.hostname_checks_common_name = True
        self.keylog_filename = None
        self.sni_callback = None
        self.num_tickets = 2
        self.security_level = 2

    protocol = property(lambda self: self._protocol)

    @property
    def check_hostname(self) -> bool:
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value) -> None:
        self._check_hostname = bool(value)
        if self._check_hostname and self._verify_mode == ssl.CERT_NONE:
            self._verify_mode = ssl.CERT_REQUIRED

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value) -> None:
        try:
            mode = ssl.VerifyMode(value)
        except ValueError:
            raise ValueError("invalid value for verify_mode") from None
        if mode == ssl.CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._verify_mode = mode

    verify_flags = property(lambda self: self._verify_flags, lambda self, value: setattr(self, "_verify_flags", ssl.VerifyFlags(value)))
    options = property(lambda self: self._options, lambda self, value: setattr(self, "_options", ssl.Options(value)))
    minimum_version = property(lambda self: self._minimum, lambda self, value: setattr(self, "_minimum", _version(value)))
    maximum_version = property(lambda self: self._maximum, lambda self, value: setattr(self, "_maximum", _version(value)))

    def load_verify_locations(self, cafile=None, capath=None, cadata=None) -> None:
        """Load a set of "certification authority" certificates."""
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        if cadata is not None:
            self._authorities += _certificates_of(cadata)
        if cafile is not None:
            found = certificates_in(_text(cafile))
            if not found:
                raise _pem_error("X509", "NO_CERTIFICATE_OR_CRL_FOUND")
            self._authorities += found
        if capath is not None:
            for entry in sorted(os.scandir(capath), key=lambda entry: entry.name):
                if entry.is_file():
                    self._authorities += certificates_in(_text(entry.path))

    def load_default_certs(self, purpose=None) -> None:
        """Load a set of default CA certificates: the host's own, and what SSL_CERT_FILE and SSL_CERT_DIR name."""
        self._has_defaults = True
        for variable, load in (("SSL_CERT_FILE", os.path.isfile), ("SSL_CERT_DIR", os.path.isdir)):
            place = os.environ.get(variable)
            if place and load(place):
                self.load_verify_locations(**{"cafile" if load is os.path.isfile else "capath": place})

    def set_default_verify_paths(self) -> None:
        """Load a set of default CA certificates."""
        self.load_default_certs()

    def load_cert_chain(self, certfile, keyfile=None, password=None) -> None:
        """Load a private key and the corresponding certificate."""
        certificate = _text(certfile)
        key = certificate if keyfile is None else _text(keyfile)
        if not certificates_in(certificate) or "PRIVATE KEY-----" not in key:
            raise _pem_error("SSL", "PEM lib")
        if callable(password):
            password = password()
        if isinstance(password, (bytes, bytearray)):
            password = bytes(password).decode("utf-8", "surrogateescape")
        self._certificate, self._key, self._passphrase = certificate, key, password

    def set_ciphers(self, ciphers: str, /) -> None:
        """Set the available ciphers, in OpenSSL's format; the host checks it when it connects."""
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
        """Get a list of loaded "certification authority" certificates, without the host's own; only as DER."""
        if not binary_form:
            raise ssl.SSLError("certificates are not taken apart by this version of py-runner; binary_form=True returns them whole")
        return [PEM_cert_to_DER_cert(text) for text in self._authorities]

    def wrap_socket(
        self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, session=None
    ):
        """Put TLS on a socket: not offered yet."""
        raise ssl.SSLError(WHY_NO_SOCKET)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """TLS over two buffers: not offered yet."""
        raise ssl.SSLError(WHY_NO_SOCKET)

    def _as_data(self) -> dict:
        """For the host; ``request.ts`` reads it."""
        return {
            "verify": self._verify_mode != ssl.CERT_NONE, "check_hostname": self._check_hostname,
            "authorities": tuple(self._authorities), "default_authorities": self._has_defaults,
            "certificate": self._certificate, "key": self._key, "passphrase": self._passphrase, "ciphers": self._ciphers,
            "min_version": self._lowest(), "max_version": _VERSIONS.get(self._maximum), "protocols": self._protocols,
        }

    def _lowest(self) -> "str | None":
        """The version to begin with: the minimum, or the first that no OP_NO_ option rules out."""
        allowed = [version for version in _VERSIONS if not self._options & getattr(ssl, f"OP_NO_{version.name}")]
        lowest = max(self._minimum, allowed[0]) if allowed and allowed[0] != ssl.TLSVersion.TLSv1 else self._minimum
        return _VERSIONS.get(lowest)


def _version(value):
    try:
        return ssl.TLSVersion(value)
    except ValueError:
        raise ValueError(f"Unsupported TLS/SSL version {value:#x}") from None


def _text(path) -> str:
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read()


def _certificates_of(cadata) -> list:
    if isinstance(cadata, str):
        found = certificates_in(cadata)
        if cadata and not found:
            raise ssl.SSLError(0, "no start line: cadata does not contain a certificate")
    else:
        found = [DER_cert_to_PEM_cert(der) for der in split_der(bytes(cadata))]
        if cadata and not found:
            raise ssl.SSLError(0, "not enough data: cadata does not contain a certificate")
    if not found:
        raise ValueError("Empty certificate data")
    return found


def _pem_error(library: str, reason: str):
    words = f"[{library}] {reason}" if " " in reason else f"[{library}: {reason}] {reason.lower().replace('_', ' ')}"
    error = ssl.SSLError(int(ssl.SSL_ERROR_SSL), words)
    error.library, error.reason = library, reason
    return error
