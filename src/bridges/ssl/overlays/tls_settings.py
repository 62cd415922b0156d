"""The settings of an ``ssl.SSLContext`` that are numbers and flags.

Checks and errors: CPython Modules/_ssl.c and Doc/library/ssl.rst.
"""

import ssl

__all__ = ["Settings"]

# The host's names of the versions, in their order.
_VERSIONS = {
    ssl.TLSVersion.TLSv1: "TLSv1",
    ssl.TLSVersion.TLSv1_1: "TLSv1.1",
    ssl.TLSVersion.TLSv1_2: "TLSv1.2",
    ssl.TLSVersion.TLSv1_3: "TLSv1.3",
}
# What CPython sets on every context, Modules/_ssl.c.
_OPTIONS = (
    ssl.OP_ALL | ssl.OP_NO_SSLv3 | ssl.OP_NO_COMPRESSION | ssl.OP_CIPHER_SERVER_PREFERENCE | ssl.OP_ENABLE_MIDDLEBOX_COMPAT
    | ssl.OP_IGNORE_UNEXPECTED_EOF
)
_ONLY = {ssl.PROTOCOL_TLSv1: "TLSv1", ssl.PROTOCOL_TLSv1_1: "TLSv1_1", ssl.PROTOCOL_TLSv1_2: "TLSv1_2"}


class Settings:
    """What can be set on a context, apart from certificates and keys."""

    def __init__(self, protocol) -> None:
        import warnings

        if protocol is None:
            warnings.warn("ssl.SSLContext() without protocol argument is deprecated.", DeprecationWarning, stacklevel=3)
            protocol = ssl.PROTOCOL_TLS
        try:
            self._protocol = ssl._SSLMethod(protocol)
        except ValueError:
            raise ValueError(f"invalid or unsupported protocol version {protocol}") from None
        if self._protocol not in (ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER):
            warnings.warn(f"ssl.{self._protocol.name} is deprecated", DeprecationWarning, stacklevel=3)
        is_client = self._protocol == ssl.PROTOCOL_TLS_CLIENT
        self._check_hostname = is_client
        self._verify_mode = ssl.CERT_REQUIRED if is_client else ssl.CERT_NONE
        self._verify_flags = ssl.VERIFY_X509_TRUSTED_FIRST
        self._options = _OPTIONS
        only = ssl.TLSVersion[_ONLY[self._protocol]] if self._protocol in _ONLY else None
        self._minimum = only or ssl.TLSVersion.MINIMUM_SUPPORTED
        self._maximum = only or ssl.TLSVersion.MAXIMUM_SUPPORTED
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

    @property
    def verify_flags(self):
        return self._verify_flags

    @verify_flags.setter
    def verify_flags(self, value) -> None:
        self._verify_flags = ssl.VerifyFlags(value)

    @property
    def options(self):
        return self._options

    @options.setter
    def options(self, value) -> None:
        self._options = ssl.Options(value)

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, value) -> None:
        self._minimum = _version(value)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, value) -> None:
        self._maximum = _version(value)

    def _lowest(self) -> "str | None":
        """The version to begin with: the minimum, or the first that no OP_NO_ option rules out."""
        allowed = self._allowed()
        lowest = max(self._minimum, allowed[0]) if allowed and allowed[0] != ssl.TLSVersion.TLSv1 else self._minimum
        return _VERSIONS.get(lowest)

    def _highest(self) -> "str | None":
        """The version to end with: the maximum, or the last that no OP_NO_ option rules out."""
        allowed = self._allowed()
        if not allowed or allowed[-1] == ssl.TLSVersion.TLSv1_3:
            return _VERSIONS.get(self._maximum)
        is_open = self._maximum == ssl.TLSVersion.MAXIMUM_SUPPORTED
        return _VERSIONS.get(allowed[-1] if is_open else min(self._maximum, allowed[-1]))

    def _allowed(self) -> list:
        return [version for version in _VERSIONS if not self._options & getattr(ssl, f"OP_NO_{version.name}")]


def _version(value):
    try:
        return ssl.TLSVersion(value)
    except ValueError:
        raise ValueError(f"Unsupported TLS/SSL version {value:#x}") from None
