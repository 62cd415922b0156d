"""What the host says of a failed connection, as the exception that CPython's socket raises.  ``failure.ts`` has the codes."""

import errno
import os
import socket

__all__ = ["exception"]


def exception(outcome, host: str) -> OSError:
    """*outcome* is a code and words; *host* is who was to be reached."""
    code, words = outcome
    if code in _RESOLVER_WORDS:
        return socket.gaierror(getattr(socket, code, socket.EAI_FAIL), _RESOLVER_WORDS[code])
    if code.startswith("TLS "):
        from _pyrunner import tls_failures

        return tls_failures.exception(code.removeprefix("TLS "), words, host)
    number = getattr(errno, code, None)
    return OSError(words) if number is None else OSError(number, os.strerror(number))


# gai_strerror(3) of glibc.
_RESOLVER_WORDS = {
    "EAI_NONAME": "Name or service not known",
    "EAI_NODATA": "No address associated with hostname",
    "EAI_AGAIN": "Temporary failure in name resolution",
    "EAI_FAIL": "Non-recoverable failure in name resolution",
    "EAI_MEMORY": "Memory allocation failure",
    "EAI_SERVICE": "Servname not supported for ai_socktype",
}
