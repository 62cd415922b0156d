"""What a server is sent, byte for byte. Argument: the server's URL."""
import http.cookiejar
import io
import sys
import urllib.parse
import urllib.request

base = sys.argv[1]


def sent(*args, **kwargs):
    request = urllib.request.Request(*args, **kwargs)
    try:
        print(urllib.request.urlopen(request).read().decode("latin-1"))
    except Exception as error:
        print(type(error).__name__, error)


def pieces():
    yield b"one"
    yield b""
    yield bytearray(b"two")
    yield memoryview(b"three")


class Slow(io.RawIOBase):
    """A file that gives a byte at a time."""

    def __init__(self):
        self.left = [b"", b"c", b"b", b"a"]

    def read(self, size=-1):
        return self.left.pop()


echo = base + "/echo"
sent(echo + "/a/../b//c?x=1&y=a%20b|c'\"<>;")
sent(echo, headers={"X-One": "1", "accept-encoding": "gzip", "User-agent": "me", "x-LATIN": "caf\xe9"})
sent(echo, headers={"Host": "elsewhere"})
sent(echo, data=urllib.parse.urlencode({"a": "b c", "d": "é"}).encode())
sent(echo, data=b"")
sent(echo, data=bytes(range(256)), headers={"Content-Type": "application/octet-stream"})
sent(echo, data=bytearray(b"array"), method="PUT")
sent(echo, data=pieces(), method="POST")
sent(echo, data=iter([b"x"]), headers={"Content-Length": "1"})
sent(echo, data=io.BytesIO(b"in a file"))
sent(echo, data=Slow())
for method in ("GET", "DELETE", "OPTIONS", "PATCH", "get", "ODD"):
    sent(echo, method=method)
for method in ("GET", "DELETE", "PATCH"):
    sent(echo, data=b"body", method=method)
page = urllib.request.urlopen(urllib.request.Request(echo, method="HEAD"))
print(page.status, page.read(), page.headers["content-type"])

big = bytes(range(256)) * 8192
answer = urllib.request.urlopen(echo, big).read()
print(len(answer) - len(big) > 0, answer.endswith(big))

passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, "u", "p")
print(urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords)).open(base + "/login").read())
jar = http.cookiejar.CookieJar()
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
opener.open(base + "/headers").read()
print(sorted((cookie.name, cookie.value) for cookie in jar))
print(opener.open(echo).read().decode("latin-1"))
opener = urllib.request.build_opener()
opener.addheaders = [("User-Agent", "opener"), ("X-Added", "1")]
print(opener.open(echo).read().decode("latin-1"))
