"""Connections of ``http.client`` that the host opens: its names, its TLS, its certificates.

CPython's classes put the request together, ask a proxy and read the response; here
is what lies where they have a socket.  The bytes go both ways as they are.
CPython Lib/http/client.py, HTTPConnection; Lib/socket.py; Modules/socketmodule.c.
"""

import errno
import os
import select
import socket
from functools import wraps

from _pyrunner import call, http_failures

__all__ = ["Connection", "apply"]

_PIECE_BYTES = 1 << 18
_create_connection = socket.create_connection


def apply(module) -> None:
    """Runs after CPython's http/client.py."""
    module.HTTPConnection.__init__ = _connecting(module.HTTPConnection.__init__)


def _connecting(init):
    @wraps(init)
    def __init__(self, *args, **kwargs):
        init(self, *args, **kwargs)
        if self._create_connection is _create_connection:  # not where a script brings its own
            self._create_connection = Connection

    return __init__


class Connection:
    """The socket of a connection, as far as http.client uses it."""

    _io_refs = 0
    _closed = False
    # They count who still reads, and close by ``_real_close``.
    makefile = socket.socket.makefile
    close = socket.socket.close
    _decref_socketios = socket.socket._decref_socketios

    def __init__(self, address: tuple, timeout=None, source_address: "tuple | None" = None) -> None:
        self._fd = -1
        self._is_secure = False
        self._host, port = address
        self._timeout = _seconds(timeout)
        self._fd = call("http.open", _address(self._host, port, source_address), self._milliseconds())
        if self._timeout == 0:
            raise BlockingIOError(errno.EINPROGRESS, os.strerror(errno.EINPROGRESS))
        self._check(call("http.standing", self._fd), "timed out")

    def secure(self, settings: dict, host: "str | None") -> None:
        """Put TLS on it: ``ssl.SSLContext.wrap_socket``."""
        self._is_secure = True
        self._host = host or self._host
        call("http.secure", self._fd, settings, self._host, self._milliseconds())
        self._check(call("http.standing", self._fd), "The handshake operation timed out")

    def sendall(self, data, flags: int = 0) -> None:
        view = memoryview(data).cast("B")
        for start in range(0, len(view), _PIECE_BYTES):
            call("http.send", self._fd, self._milliseconds(), data=view[start:start + _PIECE_BYTES])
            self._check(call("http.sent", self._fd), "The write operation timed out" if self._is_secure else "timed out")

    def send(self, data, flags: int = 0) -> int:
        self.sendall(data, flags)
        return len(memoryview(data).cast("B"))

    def recv_into(self, buffer, nbytes: int = 0, flags: int = 0) -> int:
        if self._timeout is not None:
            self._wait()
        try:
            return os.readinto(self._fd, memoryview(buffer)[:nbytes] if nbytes else buffer)
        except OSError as error:
            if error.errno == errno.EPROTO:
                self._check(call("http.standing", self._fd), "")
            raise

    def recv(self, size: int, flags: int = 0) -> bytes:
        buffer = bytearray(size)
        return bytes(buffer[:self.recv_into(buffer)])

    def settimeout(self, value) -> None:
        self._timeout = None if value is None else _seconds(value)

    def gettimeout(self) -> "float | None":
        return self._timeout

    def setsockopt(self, *args) -> None:
        """The host sets what concerns it: no delay before small pieces."""

    def getpeername(self) -> tuple:
        """Return the address of the remote endpoint."""
        return self._names()[0]

    def getsockname(self) -> tuple:
        """Return the address of the local endpoint."""
        return self._names()[1]

    @property
    def family(self):
        """The socket family."""
        return socket.AF_INET6 if len(self.getsockname()) > 2 else socket.AF_INET

    @property
    def type(self):
        """The socket type."""
        return socket.SOCK_STREAM

    @property
    def proto(self) -> int:
        """The socket protocol."""
        return socket.IPPROTO_TCP

    def _names(self) -> tuple:
        found = call("http.names", self._fd)
        if found is None:
            raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))
        return tuple((host, port, 0, 0) if ":" in host else (host, port) for host, port in (found[:2], found[2:]))

    def fileno(self) -> int:
        return self._fd

    def _wait(self) -> None:
        poll = select.poll()
        poll.register(self._fd, select.POLLIN)
        if not poll.poll(self._milliseconds()):
            raise TimeoutError("The read operation timed out" if self._is_secure else "timed out")

    def _milliseconds(self) -> "float | None":
        return None if self._timeout is None else self._timeout * 1000.0

    def _check(self, outcome, when_late: str) -> None:
        if outcome is not None:
            if outcome != "late" and self._is_secure:
                self._real_close()
            raise TimeoutError(when_late) if outcome == "late" else http_failures.exception(outcome, self._host)

    def _real_close(self) -> None:
        fd, self._fd = self._fd, -1
        if fd >= 0:
            self._close(fd)

    _close = staticmethod(os.close)  # this module may be gone when the last response goes

    def __enter__(self):
        return self

    def __exit__(self, *args) -> None:
        self.close()

    def __del__(self) -> None:
        self._real_close()


def _seconds(timeout) -> "float | None":
    """Modules/socketmodule.c, socket_parse_timeout: the timeout that the socket would have."""
    usual = socket.getdefaulttimeout()
    if timeout is socket._GLOBAL_DEFAULT_TIMEOUT:
        return usual
    try:
        socket.setdefaulttimeout(timeout)  # it checks the value
        return socket.getdefaulttimeout()
    finally:
        socket.setdefaulttimeout(usual)


def _address(host: str, port: int, source: "tuple | None") -> dict:
    """For the host; ``address.ts`` reads it.  getaddrinfo(3) takes a port modulo 2**16, none below 0, and no empty name."""
    if host == "":
        raise http_failures.exception(("EAI_NONAME", ""), host)
    if int(port) < 0:
        raise http_failures.exception(("EAI_SERVICE", ""), host)
    local_host, local_port = source or (None, None)
    return {
        "host": host.encode("idna").decode("ascii"), "port": int(port) & 0xFFFF,
        "local_host": local_host or None, "local_port": local_port or None,
    }
