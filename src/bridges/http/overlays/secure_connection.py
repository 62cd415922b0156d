"""A connection of ``http.client`` with TLS on it: what ``SSLSocket`` says of its other end.  CPython Lib/ssl.py."""

import ssl

from _pyrunner import call, tls_decoded
from _pyrunner.http_connection import Connection

__all__ = ["secured"]


def secured(connection: Connection, context: ssl.SSLContext, server_hostname: "str | None") -> Connection:
    """*connection*, on which TLS stands."""
    connection.__class__ = SecureConnection
    connection.context = context
    connection.server_hostname = server_hostname
    return connection


class SecureConnection(Connection):
    """The socket of an https connection, as far as http.client and scripts that ask about the server use it."""

    server_side = False
    session = None
    session_reused = False

    def getpeercert(self, binary_form: bool = False) -> "dict | bytes | None":
        """Get the server's certificate: as DER, or as a dict, which is empty where nothing was verified."""
        *_, certificate = self._peer()
        if certificate is None or binary_form:
            return certificate
        return {} if self.context.verify_mode == ssl.CERT_NONE else tls_decoded.decoded(certificate)

    def version(self) -> str:
        """Return a string identifying the protocol version used by the current SSL channel."""
        return self._peer()[0]

    def cipher(self) -> tuple:
        """Return the currently selected cipher as (name, version, secret bits)."""
        _, name, version, *_ = self._peer()
        return name, version, next((bits for word, bits in _BITS.items() if word in name), 0)

    def selected_alpn_protocol(self) -> "str | None":
        """Return the protocol that was selected during the TLS handshake."""
        return self._peer()[3]

    def compression(self) -> None:
        """Return the compression algorithm being used: none."""

    def _peer(self) -> tuple:
        return call("http.peer", self.fileno())


# The secret bits of OpenSSL's ciphers, whose names say them: SSL_CIPHER_get_bits(3).
_BITS = {"CHACHA20": 256, "AES256": 256, "AES_256": 256, "CAMELLIA256": 256, "ARIA256": 256, "DES-CBC3": 168, "128": 128}
