"""A server that answers rightly, oddly and wrongly. Argument: its URL."""
import http.client
import sys
import urllib.request

from exchanging import answer, exchange, report

base = sys.argv[1]
host = base.removeprefix("http://")
opener = urllib.request.build_opener()

ANSWERS = """
    plain lines empty no-length http10 http10-kept no-reason long-reason line-feeds spaces-in-head
    chunked chunked-extension chunked-trailers chunked-upper chunked-of-many chunked-empty chunked-zeros chunked-and-length
    chunked-with-others chunked-no-last chunk-cut chunk-size-cut chunk-odd chunk-negative chunk-without-end chunk-prefixed
    chunk-long-line chunk-spaces chunked-old chunked-gzip identity
    gzip deflate latin utf8 folded folded-first no-colon empty-name bare-returns null-in-head space-before-colon odd-name
    duplicates cookies link-list
    length-short length-long length-negative length-text length-twice-same length-twice-other length-empty length-plus
    length-huge length-spaces
    continue continue-many processing early-hints continue-with-head switching switching-plain
    no-content no-content-with-body not-modified not-modified-with-body reset-content
    404 410-chunked 500 503-with-after 418 600 999 099 1000 two-digits 204-chunked 206-unasked 416 401-bare 407-bare
    nothing half-a-head half-a-line garbage odd-status odd-version http9 http2 http1 no-version lower-version ssh blank-first
    blank-many one-byte null-bytes
    reset reset-in-head many-headers too-many-headers header-65535 header-70000 header-1mb headers-1mb status-70000
    slow-head slow-body refresh
""".split()
for name in ANSWERS:
    exchange(f"GET {name}", lambda name=name: answer(opener.open(f"{base}/{name}", timeout=20)))

WITH_HEAD = "plain no-length chunked 404 head-with-body length-huge no-content 304 slow-head redirect-302".split()
for name in WITH_HEAD:
    exchange(f"HEAD {name}", lambda name=name: answer(opener.open(urllib.request.Request(f"{base}/{name}", method="HEAD"))))

for asked in ("bytes=0-3", "bytes=4-", "bytes=-2", "bytes=2-2", "bytes=9-5", "bytes=99-", "lines=1", "bytes=0-1,3-4"):
    exchange(
        f"Range {asked}",
        lambda asked=asked: answer(opener.open(urllib.request.Request(f"{base}/range", headers={"Range": asked}))),
    )


def timed_out(path, read=lambda page: page.read()):
    return lambda: read(opener.open(f"{base}/{path}", timeout=0.7))


def pieces_until_timeout(page):
    parts = [page.read(10)]
    for _ in range(2):
        try:
            parts.append(page.read(10))
        except Exception as error:
            parts.append(error)
    return parts


exchange("no head in time", timed_out("silent"))
exchange("half a head in time", timed_out("silent-in-head"))
exchange("no body in time", timed_out("silent-in-body"))
exchange("pieces, then silence", timed_out("silent-in-body", pieces_until_timeout))
exchange("no chunk in time", timed_out("silent-in-chunk"))
exchange("slow, but each wait is short", lambda: answer(opener.open(f"{base}/slow-head", timeout=10)))


def reset_in_body():
    page = opener.open(f"{base}/hold")
    first = page.read(10)
    opener.open(f"{base}/let-go").read()
    try:
        return [first, page.read()]
    except Exception as error:
        return [first, error]


exchange("reset in the body", reset_in_body)

READS = {
    "readline": lambda page: [page.readline(), page.readline(3), page.readline()],
    "readlines": lambda page: page.readlines(),
    "iterated": list,
    "read1": lambda page: [page.read1(2), page.read1(0), page.read()],
    "read by fours": lambda page: [page.read(4) for _ in range(6)],
    "readinto": lambda page: [(page.readinto(buffer := bytearray(5)), bytes(buffer)) for _ in range(4)],
    "peek": lambda page: [page.peek(1)[:1], page.read(2)],
    "read nothing": lambda page: [page.read(0), page.read(-1), page.read(None)],
    "closed": lambda page: [page.read(2), page.close(), page.closed, page.isclosed()],
    "read when closed": lambda page: [page.close(), page.read()],
    "readline when closed": lambda page: [page.close(), page.readline()],
    "getheader": lambda page: [page.getheader("content-length"), page.getheader("X", "none"), page.getheaders(), page.getcode()],
    "info": lambda page: [page.info().get_content_type(), page.info().get_content_charset(), page.geturl(), page.msg],
    "capabilities": lambda page: [page.readable(), page.writable(), page.seekable(), page.isatty(), page.fileno() > 2],
    "seek": lambda page: page.seek(0),
    "begin again": lambda page: page.begin(),
}
for name, read in READS.items():
    for path in ("lines", "chunked"):
        exchange(f"{name} of {path}", lambda path=path, read=read: read(opener.open(f"{base}/{path}")))
for path in ("length-short", "chunked-no-last", "chunk-cut"):
    exchange(f"fours of {path}", lambda path=path: [opener.open(f"{base}/{path}").read(4) for _ in range(2)])
    exchange(f"lines of {path}", lambda path=path: list(opener.open(f"{base}/{path}")))
    exchange(f"readinto of {path}", lambda path=path: opener.open(f"{base}/{path}").readinto(bytearray(100)))


def retrieved(path, **kwargs):
    hooks = []
    name, headers = urllib.request.urlretrieve(f"{base}/{path}", "kept", lambda *numbers: hooks.append(numbers), **kwargs)
    with open(name, "rb") as file:
        return [name, headers.items(), file.read(), hooks]


def left_after(path):
    try:
        return retrieved(path)
    except Exception as error:
        with open("kept", "rb") as file:
            return [error, getattr(error, "content", None) and error.content[0], file.read()]


for path in ("plain", "empty", "20000", "chunked", "no-length"):
    exchange(f"urlretrieve {path}", lambda path=path: retrieved(path))
exchange("urlretrieve of a post", lambda: retrieved("echo", data=b"a=1"))
for path in ("length-short", "404", "chunk-cut", "reset"):
    exchange(f"urlretrieve {path}", lambda path=path: left_after(path))


def direct(path, *args, **kwargs):
    def act():
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.request("GET", f"/{path}", *args, **kwargs)
        return answer(connection.getresponse())
    return act


for path in ("lines", "404", "redirect-302", "chunked", "cookies", "nothing", "no-content-with-body", "garbage"):
    exchange(f"http.client {path}", direct(path))


def several(*paths):
    connection = http.client.HTTPConnection(host, timeout=20)
    bodies = []
    for path in paths:
        connection.request("GET", f"/{path}")
        bodies.append(connection.getresponse().read())
    connection.close()
    return bodies


exchange("http.client, several on a connection", lambda: several("kept", "kept", "lines", "kept"))


def out_of_order(act):
    def run():
        connection = http.client.HTTPConnection(host, timeout=20)
        return act(connection)
    return run


exchange("response before the request", out_of_order(lambda c: c.getresponse()))
exchange("header before the request", out_of_order(lambda c: c.putheader("a", "b")))
exchange("end before the request", out_of_order(lambda c: c.endheaders()))
exchange("request twice", out_of_order(lambda c: [c.putrequest("GET", "/"), c.putrequest("GET", "/")]))
exchange("request before the answer was read", out_of_order(
    lambda c: [c.request("GET", "/kept"), c.getresponse().status, c.request("GET", "/kept"), c.getresponse().status]))
exchange("send without auto_open", out_of_order(lambda c: [setattr(c, "auto_open", 0), c.send(b"x")]))
exchange("tunnel after connect", out_of_order(lambda c: [c.connect(), c.set_tunnel("x")]))
exchange("the socket is there", out_of_order(lambda c: [c.connect(), c.sock is not None, c.close(), c.sock]))
report()
