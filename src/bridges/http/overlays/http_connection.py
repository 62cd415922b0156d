"""Connections of ``http.client`` that the host opens: its TLS, its certificates.

CPython's classes put the request together and read the response; here is only
what lies where they have a socket.  The head of a request and each piece of its
body go to the host, which frames the body itself, and the response comes back as
a descriptor that reads like a socket.
CPython Lib/http/client.py, HTTPConnection; Lib/socket.py, SocketIO.
"""

import http.client
import io
import os
import select
import socket
import sys
from http.client import HTTPConnection, HTTPSConnection

from _pyrunner import call, http_failures

__all__ = ["HostConnection", "SecureHostConnection", "in_place_of"]

_PIECE_BYTES = 1 << 18


class _ByHost:
    """What replaces the network in an HTTPConnection."""

    def connect(self) -> None:
        sys.audit("http.client.connect", self, self.host, self.port)
        self.sock = _Exchange(self)

    def _send_output(self, message_body=None, encode_chunked=False) -> None:
        self._has_body = message_body is not None
        super()._send_output(message_body)
        self.sock.finish()


class HostConnection(_ByHost, HTTPConnection):
    """http to a host, through a proxy if that is what the caller named as host."""

    _context = None


class SecureHostConnection(_ByHost, HTTPSConnection):
    """https to a host, through a tunnel if one was set."""


def in_place_of(name: str, ours: type) -> type:
    """Our class, unless a script has put one of its own into http.client."""
    current = getattr(http.client, name)
    return ours if current in ours.__mro__ else current


class _Exchange:
    """The socket of a connection, as far as http.client uses it."""

    def __init__(self, connection) -> None:
        self._connection = connection
        self._timeout = _seconds(connection.timeout)
        self._fd = None

    def sendall(self, data) -> None:
        view = memoryview(data).cast("B")
        if self._fd is None:
            self._open(bytes(view))
            return
        for start in range(0, len(view), _PIECE_BYTES):
            self._send(view[start:start + _PIECE_BYTES], False)

    def finish(self) -> None:
        """The request is complete."""
        if self._connection._has_body:
            self._send(b"", True)

    def makefile(self, mode: str) -> io.BufferedReader:
        """The response; from here on the descriptor is the reader's."""
        fd, self._fd = self._fd, None
        return io.BufferedReader(_Response(fd, self._timeout, self._connection._context is not None))

    def close(self) -> None:
        if self._fd is not None:
            fd, self._fd = self._fd, None
            os.close(fd)

    def _open(self, head: bytes) -> None:
        self._fd = call("http.open", _request(self._connection, head), _milliseconds(self._timeout))
        self._check(call("http.connected", self._fd))

    def _send(self, data, is_last: bool) -> None:
        call("http.send", self._fd, is_last, data=data)
        self._check(call("http.sent", self._fd))

    def _check(self, outcome) -> None:
        if outcome is not None:
            connection = self._connection
            raise http_failures.exception(outcome, connection._tunnel_host or connection.host)


def _seconds(timeout) -> "float | None":
    """Modules/socketmodule.c, socket_parse_timeout: the timeout that the socket would have."""
    if timeout is socket._GLOBAL_DEFAULT_TIMEOUT:
        timeout = socket.getdefaulttimeout()
    if timeout is not None and timeout < 0:
        raise ValueError("Timeout value out of range")
    return timeout


def _milliseconds(timeout: "float | None") -> "float | None":
    return None if timeout is None else timeout * 1000.0


def _request(connection, head: bytes) -> dict:
    """The request for the host; ``request.ts`` reads it."""
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    method, target, _ = first.rsplit(" ", 2)
    context = connection._context
    return {
        "host": _ascii(connection.host), "port": connection.port, "method": method, "target": target,
        "headers": _headers(lines), "has_body": connection._has_body,
        "tls": None if context is None else context._as_data(), "tunnel": _tunnel(connection),
    }


def _headers(lines: list) -> tuple:
    headers: list = []
    for line in lines:
        if line[:1] in (" ", "\t") and headers:
            name, value = headers.pop()
            headers.append((name, f"{value}\r\n{line}"))  # putheader with several values
        else:
            name, _, value = line.partition(": ")
            headers.append((name, value))
    return tuple(headers)


def _tunnel(connection) -> "dict | None":
    if not connection._tunnel_host:
        return None
    headers = tuple((name, str(value)) for name, value in connection._tunnel_headers.items())
    return {"host": _ascii(connection._tunnel_host), "port": connection._tunnel_port, "headers": headers}


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


class _Response(io.RawIOBase):
    """The bytes of a response.  Lib/socket.py, SocketIO."""

    def __init__(self, fd: int, timeout: "float | None", is_secure: bool) -> None:
        self._fd = fd
        self._timeout = timeout
        self._is_secure = is_secure
        self._was_late = False

    def readinto(self, buffer) -> "int | None":
        self._checkClosed()
        if self._was_late:
            raise OSError("cannot read from timed out object")
        if self._timeout is not None:
            self._wait()
        return os.readinto(self._fd, buffer)

    def _wait(self) -> None:
        poll = select.poll()
        poll.register(self._fd, select.POLLIN)
        if not poll.poll(_milliseconds(self._timeout)):
            self._was_late = True
            raise TimeoutError("The read operation timed out" if self._is_secure else "timed out")

    def readable(self) -> bool:
        return not self.closed

    def fileno(self) -> int:
        self._checkClosed()
        return self._fd

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._close(self._fd)

    _close = staticmethod(os.close)  # this module may be gone when the last response goes
