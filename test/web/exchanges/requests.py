"""What a server is sent, and what is refused before anything is sent. Argument: the server's URL."""
import array
import http.client
import io
import sys
import tempfile
import urllib.parse
import urllib.request

from exchanging import answer, exchange, report

base = sys.argv[1]
host = base.removeprefix("http://")


def sent(name, path="echo", **kwargs):
    exchange(name, lambda: answer(urllib.request.urlopen(urllib.request.Request(f"{base}/{path}", **kwargs), timeout=20)))


def made(name, path="echo", **kwargs):
    """The data is made when it is sent."""
    data, timeout = kwargs.pop("data"), kwargs.pop("timeout", 20)
    exchange(name, lambda: answer(urllib.request.urlopen(
        urllib.request.Request(f"{base}/{path}", data=data(), **kwargs), timeout=timeout)))


def pieces():
    yield b"one"
    yield b""
    yield bytearray(b"two")
    yield memoryview(b"three")


def failing():
    yield b"one"
    raise RuntimeError("no more to give")


def in_a_file(content, mode="w+b"):
    file = tempfile.TemporaryFile(mode)
    file.write(content)
    file.seek(0)
    return file


class ByOne(io.RawIOBase):
    """A file that gives a byte at a time."""

    def __init__(self):
        self.left = [b"", b"c", b"b", b"a"]

    def read(self, size=-1):
        return self.left.pop()


for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "ODD", "M-SEARCH", ""):
    sent(f"method {method}", method=method)
    if method:
        sent(f"method {method} with a body", method=method, data=b"body")
for method in ("A B", "A\r\nB: c", "GÉT", "CONNECT"):
    sent(f"method {method!r}", method=method)

sent("query", "echo/a/../b//c?x=1&y=a%20b|c'\"<>;")
sent("fragment", "echo/x#part")
sent("headers", headers={"X-One": "1", "accept-encoding": "gzip", "User-agent": "me", "x-LATIN": "caf\xe9", "X-Empty": ""})
sent("own host", headers={"Host": "elsewhere"})
sent("own length", data=b"12345", headers={"Content-Length": "5"})
sent("own type", data=b"12345", headers={"Content-type": "application/x"})
sent("own connection", headers={"Connection": "keep-alive"})
sent("expects 100", "continue-then-body", data=b"12345", headers={"Expect": "100-continue"})
sent("no body at all", data=b"")
sent("form", data=urllib.parse.urlencode({"a": "b c", "d": "é"}).encode())
sent("all bytes", data=bytes(range(256)))
sent("array of bytes", data=array.array("B", [1, 2, 3]))
sent("array of numbers", data=array.array("i", [1, 2, 3]))
sent("bytearray", data=bytearray(b"array"), method="PUT")
sent("memoryview", data=memoryview(b"view"))
sent("str", data="text")
sent("int", data=5)
sent("list of bytes", data=[b"a", b"bc"])
sent("list of str", data=["a"])
sent("dict", data={"a": 1})
made("generator", data=pieces)
made("generator with a length", data=lambda: iter([b"x"]), headers={"Content-Length": "1"})
made("generator too short for its length", data=lambda: iter([b"x"]), headers={"Content-Length": "3"}, timeout=1)
made("generator that fails", data=failing)
made("generator of str", data=lambda: iter(["x"]))
made("generator of nothing", data=lambda: iter([]))
made("large generator", "length", data=lambda: (bytes([n]) * 50_000 for n in range(60)))
made("bytes in memory", data=lambda: io.BytesIO(b"in a file"))
made("text in memory", data=lambda: io.StringIO("in a text"))
made("file", data=lambda: in_a_file(b"on disk"))
made("file of 3 MB", "length", data=lambda: in_a_file(b"0123456789" * 300_000))
made("text file", data=lambda: in_a_file("écrit", "w+"))
made("file by bytes", data=ByOne)
made("file with a length", data=lambda: io.BytesIO(b"12345"), headers={"Content-Length": "5"})
made("file, chunked by the script", data=lambda: io.BytesIO(b"12345"), headers={"Transfer-Encoding": "chunked"})
sent("2 MB", "length", data=b"0123456789" * 200_000)
sent("answer before the body", "early", data=b"x" * 3_000_000)

BAD_HEADERS = {
    "line feed in a value": {"X-A": "a\r\nX-B: b"}, "bare line feed": {"X-A": "a\nb"}, "bare return": {"X-A": "a\rb"},
    "folded value": {"X-A": "a\r\n b"}, "zero byte": {"X-A": "a\0b"}, "not latin": {"X-A": "☃"},
    "space in a name": {"X A": "b"}, "colon in a name": {"X:A": "b"}, "line feed in a name": {"X\n": "b"}, "no name": {"": "b"},
    "name not ascii": {"Xé": "b"}, "value of int": {"X-A": 5}, "value of bytes": {"X-A": b"b"}, "value None": {"X-A": None},
}
for name, headers in BAD_HEADERS.items():
    sent(name, headers=headers)
for name, path in {
    "space in the path": "a b", "line feed in the path": "a\nb", "return in the path": "a\r\nHost: x", "not ascii": "é",
    "zero byte in the path": "a\0", "tab in the path": "a\tb", "delete in the path": "a\x7fb",
}.items():
    sent(name, path)
sent("10,000 letters", "echo" + "x" * 10_000, headers={"User-Agent": "me"})


def direct(name, *args, **kwargs):
    def act():
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.request(*args, **kwargs)
        return answer(connection.getresponse())
    exchange(f"http.client: {name}", act)


def by_hand(name, write):
    def act():
        connection = http.client.HTTPConnection(host, timeout=20)
        write(connection)
        return answer(connection.getresponse())
    exchange(f"http.client: {name}", act)


direct("str is latin-1", "POST", "/echo", "café")
direct("str beyond latin-1", "POST", "/echo", "☃")
direct("chunked by the library", "POST", "/echo", iter([b"ab", b"c"]), {"Transfer-Encoding": "chunked"}, encode_chunked=True)
direct("chunked by the script", "POST", "/echo", iter([b"2\r\nab\r\n", b"0\r\n\r\n"]), {"Transfer-Encoding": "chunked"})
direct("GET with a body", "GET", "/echo", b"body")
direct("PUT without a body", "PUT", "/echo")
direct("asterisk", "OPTIONS", "*")
direct("absolute target", "GET", "http://else.where/echo")
direct("own host", "GET", "/echo", headers={"Host": "mine"})
direct("own encoding", "GET", "/echo", headers={"Accept-Encoding": "br"})
direct("values of several kinds", "GET", "/echo", headers={"X-Int": 5, "X-Bytes": b"b"})
direct("empty target", "GET", "")


def twice(connection):
    connection.putrequest("GET", "/echo", skip_host=True, skip_accept_encoding=True)
    connection.putheader("X-One", "a")
    connection.putheader("x-one", "b")
    connection.putheader("X-Two", "c", "d")
    connection.putheader("X-One", "e")
    connection.endheaders()


def in_parts(connection):
    connection.putrequest("POST", "/echo")
    connection.putheader("Content-Length", "6")
    connection.endheaders()
    for part in (b"ab", bytearray(b"cd"), io.BytesIO(b"ef")):
        connection.send(part)


def at_the_end(connection):
    connection.putrequest("POST", "/echo")
    connection.putheader("Content-Length", "4")
    connection.endheaders(b"body")


by_hand("a name twice, values in order", twice)
by_hand("a body in parts", in_parts)
by_hand("a body at the end of the head", at_the_end)


def response_kept():
    request = urllib.request.Request(f"{base}/echo", b"x", {"A": "1"}, unverifiable=True, origin_req_host="o")
    request.add_unredirected_header("b", "2")
    urllib.request.urlopen(request).close()
    return [request.header_items(), request.get_method(), request.full_url, request.selector, request.host, request.type]


exchange("what a request knows afterwards", response_kept)


def posted_twice():
    request = urllib.request.Request(f"{base}/echo", b"x")
    first = urllib.request.urlopen(request).read()
    request.data = b"longer"
    return [first, urllib.request.urlopen(request).read()]


exchange("a request used twice", posted_twice)
opener = urllib.request.build_opener()
opener.addheaders = [("User-Agent", "opener"), ("X-Added", "1"), ("X-Added", "2")]
exchange("headers of the opener", lambda: answer(opener.open(f"{base}/echo")))
for bad in ("timeout", -1, float("nan"), 0, 1e12):
    exchange(f"timeout {bad}", lambda bad=bad: answer(urllib.request.urlopen(f"{base}/lines", timeout=bad)))
report()
