"""Sockets: made, bound, connected; this version offers none and says so."""

import os
import socket

from facts import attempt


def on(number: int) -> socket.socket:
    """A socket object on a descriptor, without asking the system what it is."""
    return socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0, fileno=os.dup(number))


file = os.open("file", os.O_CREAT | os.O_RDWR)
attempt("socket", lambda: socket.socket().close())
attempt("socketpair", lambda: len(socket.socketpair()))
attempt("bind", lambda: on(file).bind(("127.0.0.1", 0)))
attempt("listen", lambda: on(file).listen())
attempt("accept", lambda: on(file).accept())
attempt("connect", lambda: on(file).connect(("127.0.0.1", 9)))
attempt("getsockname", lambda: on(file).getsockname())
attempt("getpeername", lambda: on(file).getpeername())
attempt("getsockopt", lambda: on(file).getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
attempt("setsockopt", lambda: on(file).setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1))
attempt("send", lambda: on(file).send(b"x"))
attempt("sendto", lambda: on(file).sendto(b"x", ("127.0.0.1", 9)))
attempt("sendmsg", lambda: on(file).sendmsg([b"x"]))
attempt("recv", lambda: on(file).recv(10))
attempt("recvfrom", lambda: on(file).recvfrom(10))
attempt("recvmsg", lambda: on(file).recvmsg(10))
attempt("shutdown", lambda: on(file).shutdown(socket.SHUT_RDWR))
attempt("of a closed number", lambda: socket.socket(fileno=99))
attempt("of a file", lambda: socket.socket(fileno=file))
