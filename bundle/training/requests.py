"""What scripts ask of web services: a request put together, an answer taken apart.  The server is a pipe."""

import http.client
import http.cookiejar
import json
import os
import socket
import urllib.error
import urllib.parse
import urllib.request

ANSWERS = [
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 15\r\n"
    b"Set-Cookie: id=1; Path=/; HttpOnly\r\nConnection: close\r\n\r\n{\"state\": \"on\"}",
    b"HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone",
]


class Wire:
    """A connection whose other end has answered already."""

    _io_refs = 0
    _closed = False
    makefile = socket.socket.makefile
    close = socket.socket.close
    _decref_socketios = socket.socket._decref_socketios

    def __init__(self, answer):
        self.sent = b""
        self.reader, writer = os.pipe()
        os.write(writer, answer)
        os.close(writer)

    def sendall(self, data):
        self.sent += memoryview(data).cast("B")

    def recv_into(self, buffer, size=0):
        return os.readinto(self.reader, memoryview(buffer)[:size] if size else buffer)

    def setsockopt(self, *words):
        pass

    def gettimeout(self):
        return None

    def _real_close(self):
        os.close(self.reader)


class Connection(http.client.HTTPConnection):
    answers = iter(ANSWERS)

    def connect(self):
        self.sock = Wire(next(self.answers))


class Handler(urllib.request.HTTPHandler):
    def http_open(self, request):
        return self.do_open(Connection, request)


socket.setdefaulttimeout(20)
opener = urllib.request.build_opener(
    Handler, urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()),
)
opener.addheaders = [("User-Agent", "client/1.0")]
body = urllib.parse.urlencode({"name": "ä b", "n": 1}).encode("ascii")
with opener.open(urllib.request.Request("http://127.0.0.1/state?x=1", data=body, headers={"Accept": "*/*"}), timeout=10) as answer:
    state = json.load(answer)
    print(state["state"], answer.status, answer.headers.get_content_charset(), answer.getheader("Content-Length"))
with opener.open("http://127.0.0.1/old") as answer:
    print(answer.read().decode(), answer.url)
try:
    opener.open("http://127.0.0.1/none")
except urllib.error.HTTPError as error:
    print(error, error.read())
