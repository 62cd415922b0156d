"""URLs of every kind, and servers that are not there. Arguments: the server's URL, URL of a closed port."""
import os
import pathlib
import sys
import urllib.parse
import urllib.request

from exchanging import answer, exchange, report

base, closed = sys.argv[1:]
port = base.rsplit(":", 1)[1]
for url in (
    "", "x", "/lines", "//127.0.0.1/lines", "lines.html", "http:", "http:/x", "http://", "http:///x", "http://?q", "http://:80/",
    "http://a b/", "http://a\tb/", "http://a\nb/", "http://127.0.0.1:x/", "http://127.0.0.1:/", "http://127.0.0.1:99999/",
    "http://127.0.0.1:-1/", "http://[::1/", "http://[zz]/", "http://no-such-host.invalid/", "http://a..b.invalid/",
    "http://" + "a" * 70 + ".invalid/", "http://b\xfccher.invalid/", "http://\u2603.invalid/", "http://%41.invalid/", "http://-/",
    "http://1.2.3.4.5.invalid/", "unknown://x/", "javascript:alert(1)", "mailto:me@example.invalid", "about:blank", "c:\\x.txt",
    "https://no-such-host.invalid/", "HTTP://NO-SUCH-HOST.INVALID/", "url:http://no-such-host.invalid/",
    None, 5, b"http://x.invalid/",
):
    exchange(f"URL {url!r}", lambda url=url: answer(urllib.request.urlopen(url, timeout=20)))
exchange("closed port", lambda: urllib.request.urlopen(closed))
exchange("closed port of https", lambda: urllib.request.urlopen(closed.replace("http:", "https:")))
exchange("localhost", lambda: answer(urllib.request.urlopen(f"http://localhost:{port}/lines", timeout=20)))
exchange("upper case", lambda: answer(urllib.request.urlopen(f"HTTP://LOCALHOST:{port}/lines", timeout=20)))
exchange("in angle brackets", lambda: answer(urllib.request.urlopen(f"<URL:{base}/lines>", timeout=20)))
exchange("Request of nothing", lambda: urllib.request.Request("x"))
exchange("POST to a file", lambda: answer(urllib.request.urlopen(pathlib.Path("local.txt").resolve().as_uri(), b"x")))

with open("local.txt", "w", encoding="utf-8") as file:
    file.write("from a file, é\n")
with open("odd name é%.html", "w") as file:
    file.write("odd")
for name in ("local.txt", "odd name é%.html"):
    os.utime(name, (1_000_000_000, 1_000_000_000))
os.mkdir("folder")
here = pathlib.Path.cwd()


def local(name, url):
    def act():
        with urllib.request.urlopen(url) as page:
            return [page.headers.items(), page.url.replace(str(here), "HERE"), page.status, page.read()]
    exchange(f"file: {name}", act)


local("whole", (here / "local.txt").as_uri())
local("odd name", (here / "odd name é%.html").as_uri())
local("of localhost", f"file://localhost{here}/local.txt")
local("of another host", "file://no-such-host.invalid/etc/hostname")
local("without slashes", f"file:{here}/local.txt")
local("relative", "file:local.txt")
local("absent", "file:///no/such/file")
local("folder", "file:///usr")
local("no path", "file://")
local("with a query", f"{(here / 'local.txt').as_uri()}?x=1")
exchange("file: retrieved", lambda: open(urllib.request.urlretrieve((here / "local.txt").as_uri(), "copy")[0]).read())
exchange("file: retrieved in place", lambda: urllib.request.urlretrieve("file:local.txt")[0])
for url in (
    "data:,a%20b", "data:text/plain;charset=x,a%20b", "data:;base64,aGk=", "data:text/html;base64,aGk", "data:;base64,a",
    "data:nothing",
    "data:,", "data:image/gif;base64,R0lG\nODdh", "data:;charset=utf-8,%C3%A9", "data:,é", "data:,a,b", "data:;base64,!!!!",
):
    exchange(url, lambda url=url: [(page := urllib.request.urlopen(url)).headers.items(), page.url, page.read()])

for path in ("", "/", "//x", "?a", "a#b", "/a/../b", "a;p", "http://u:p@h:1/p?q#f", "HTTP://H/", "x:1", "//h:99999/"):
    exchange(f"joined with {path!r}", lambda path=path: [
        urllib.parse.urljoin("http://a/b/c?d", path), urllib.parse.urlsplit(path), urllib.parse.urlsplit(path).port])


def environment(**variables):
    def act():
        for name in list(os.environ):
            if name.lower().endswith("_proxy"):
                del os.environ[name]
        os.environ.update(variables)
        try:
            return [sorted(urllib.request.getproxies().items()), [
                urllib.request.proxy_bypass(host) for host in ("a.example", "b.a.example", "127.0.0.1", "localhost", "x:80")]]
        finally:
            for name in variables:
                del os.environ[name]
    return act


exchange("no proxies", environment())
exchange("proxies", environment(http_proxy="http://p:1", HTTPS_PROXY="http://q:2", ftp_proxy="r"))
exchange("lower case first", environment(http_proxy="http://p:1", HTTP_PROXY="http://q:2"))
exchange("an empty one", environment(http_proxy="", HTTP_PROXY="http://q:2"))
exchange("in a server", environment(REQUEST_METHOD="GET", HTTP_PROXY="http://q:2"))
exchange("not for some", environment(http_proxy="http://p:1", no_proxy="a.example, .localhost,127.0.0.1,x"))
exchange("not for any", environment(http_proxy="http://p:1", NO_PROXY="*"))
report()
