"""A failed handshake of the host as the exception that CPython's ``ssl`` raises for it.

Without the place in _ssl.c that CPython adds to the words.
"""

import ssl

__all__ = ["exception"]

# Node's code: OpenSSL's number and words (x509_vfy.h, X509_verify_cert_error_string(3)).
_VERIFICATION = {
    "UNABLE_TO_GET_ISSUER_CERT": (2, "unable to get issuer certificate"),
    "UNABLE_TO_DECRYPT_CERT_SIGNATURE": (4, "unable to decrypt certificate's signature"),
    "CERT_SIGNATURE_FAILURE": (7, "certificate signature failure"),
    "CERT_NOT_YET_VALID": (9, "certificate is not yet valid"),
    "CERT_HAS_EXPIRED": (10, "certificate has expired"),
    "DEPTH_ZERO_SELF_SIGNED_CERT": (18, "self-signed certificate"),
    "SELF_SIGNED_CERT_IN_CHAIN": (19, "self-signed certificate in certificate chain"),
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY": (20, "unable to get local issuer certificate"),
    # The host lets OpenSSL go on and says the last word of it; CPython stops at the first.
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE": (20, "unable to get local issuer certificate"),
    "CERT_CHAIN_TOO_LONG": (22, "certificate chain too long"),
    "CERT_REVOKED": (23, "certificate revoked"),
    "INVALID_CA": (24, "invalid CA certificate"),
    "PATH_LENGTH_EXCEEDED": (25, "path length constraint exceeded"),
    "INVALID_PURPOSE": (26, "unsuitable certificate purpose"),
    "CERT_UNTRUSTED": (27, "certificate not trusted"),
    "CERT_REJECTED": (28, "certificate rejected"),
}


def exception(code: str, words: str, host: str) -> ssl.SSLError:
    """*code* is Node's, *host* is who the certificate had to be for."""
    if code == "EOF":
        # OP_IGNORE_UNEXPECTED_EOF, which every context has, takes it for a close.
        error = ssl.SSLZeroReturnError(int(ssl.SSL_ERROR_ZERO_RETURN), "TLS/SSL connection has been closed (EOF)")
        error.library = error.reason = None
        return error
    if code == "ERR_TLS_CERT_ALTNAME_INVALID":
        return _verification(*_mismatch(host))
    if code in _VERIFICATION:
        return _verification(*_VERIFICATION[code])
    if code.startswith("ERR_SSL_"):
        reason = code.removeprefix("ERR_SSL_")
        return _error(ssl.SSLError, ssl.SSL_ERROR_SSL, reason, reason.lower().replace("_", " "))
    return ssl.SSLError(int(ssl.SSL_ERROR_SSL), f"[SSL] {words}")


def _mismatch(host: str) -> tuple:
    if ":" in host or host.replace(".", "").isdigit():
        return 64, f"IP address mismatch, certificate is not valid for '{host}'."
    return 62, f"Hostname mismatch, certificate is not valid for '{host}'."


def _verification(number: int, message: str) -> ssl.SSLError:
    words = f"certificate verify failed: {message}"
    error = _error(ssl.SSLCertVerificationError, ssl.SSL_ERROR_SSL, "CERTIFICATE_VERIFY_FAILED", words)
    error.verify_code, error.verify_message = number, message
    return error


def _error(cls: type, number: int, reason: str, words: str) -> ssl.SSLError:
    error = cls(int(number), f"[SSL: {reason}] {words}")
    error.library, error.reason = "SSL", reason
    return error
