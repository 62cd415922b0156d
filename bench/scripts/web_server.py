"""A server for the measurements: says its port, then answers each GET /N[/MBIT] with N bytes, MBIT million bits a second."""
import os
import socket
import sys
import tempfile
import threading
import time

PIECE = 1 << 16


def answer(connection, zeros):
    with connection:
        head = b""
        while b"\r\n\r\n" not in head:
            part = connection.recv(4096)
            if not part:
                return
            head += part
        size, *pace = (int(word) for word in head.split()[1].decode().strip("/").split("/"))
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % size)
        try:
            send(connection, zeros, size, pace[0] if pace else None)
        except OSError:
            pass  # a client that goes


def send(connection, zeros, size, pace):
    begin, sent = time.monotonic(), 0
    while sent < size:
        sent += os.sendfile(connection.fileno(), zeros, sent, min(size - sent, PIECE if pace else size))
        late = pace and begin + sent * 8 / (pace * 1e6) - time.monotonic()
        if late and late > 0:
            time.sleep(late)


listener = socket.create_server(("127.0.0.1", 0), backlog=64)
print(listener.getsockname()[1], flush=True)
with tempfile.TemporaryFile() as file:
    file.truncate(1 << 30)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()  # the client has gone
    while True:
        threading.Thread(target=answer, args=(listener.accept()[0], file.fileno()), daemon=True).start()
