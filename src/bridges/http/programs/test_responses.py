"""Reads what a server answers in every way that urlopen's response has. Argument: the server's URL."""
import shutil
import sys
import urllib.error
import urllib.request

base = sys.argv[1]


def fact(name, find):
    try:
        value = find()
    except Exception as error:
        value = f"{type(error).__name__}: {error} {getattr(error, 'reason', None)!r}"
    print(f"{name}: {value!r}")


PAGES = "/plain /lines /empty /chunked /gzip /no-reason /line-feeds /continue /no-content /many-headers"
for path in PAGES.split():
    with urllib.request.urlopen(base + path) as page:
        print(
            path, page.status, page.code, page.getcode(), repr(page.reason), repr(page.msg), page.version,
            page.geturl() == base + path,
        )
        print(page.getheader("content-length"), page.getheaders()[:3], type(page).__name__, type(page.headers).__name__)
        print(page.read())
        print(page.read(), page.isclosed(), page.closed)
    print(page.closed)

headers = urllib.request.urlopen(base + "/headers").headers
print(headers.items(), headers.get_all("set-cookie"), headers["x-mixed-case"])

page = urllib.request.urlopen(base + "/lines")
print(page.readable(), page.readline(), page.peek(1)[:1], page.read1(2), page.readlines())
print(list(urllib.request.urlopen(base + "/chunked")))
buffer = bytearray(4)
page = urllib.request.urlopen(base + "/lines")
print(page.readinto(buffer), buffer, page.read(3), page.read(100), page.read(1))
page = urllib.request.urlopen(base + "/chunked")
print(page.readinto(buffer), buffer, page.read(4), page.read())
page = urllib.request.urlopen(base + "/lines")
page.close()
fact("closed", page.read)
fact("fileno", lambda: urllib.request.urlopen(base + "/silent-in-body").fileno() > 2)
with urllib.request.urlopen(base + "/lines") as page, open("copy", "wb") as copy:
    shutil.copyfileobj(page, copy)
print(open("copy", "rb").read())

hooks = []
name, headers = urllib.request.urlretrieve(base + "/lines", "kept", lambda *numbers: hooks.append(numbers))
print(name, headers["content-length"], open(name, "rb").read(), len(hooks), hooks[0][2])
name, _ = urllib.request.urlretrieve(base + "/chunked")
print(open(name, "rb").read())
urllib.request.urlcleanup()

for path in ("/404", "/500"):
    try:
        urllib.request.urlopen(base + path)
    except urllib.error.HTTPError as error:
        print(error, error.code, error.reason, error.headers.items(), error.read(), error.geturl() == base + path)
fact("retrieve 404", lambda: urllib.request.urlretrieve(base + "/404", "absent"))
fact("redirect", lambda: urllib.request.urlopen(base + "/redirect").geturl() == base + "/lines")
for path in ("/redirect-odd", "/loop"):
    fact(path, lambda: urllib.request.urlopen(base + path))
fact("data", lambda: urllib.request.urlopen("data:text/plain;charset=x,a%20b").read())
fact("unknown", lambda: urllib.request.urlopen("nothing://x/"))
with open("local", "w") as file:
    file.write("from a file\n")
import os
import pathlib
fact("file", lambda: urllib.request.urlopen(pathlib.Path("local").resolve().as_uri()).read())
