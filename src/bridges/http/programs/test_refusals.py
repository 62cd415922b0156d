"""What urlopen makes of servers that go away, cut short, talk nonsense or are not there. Arguments: URL, URL of a closed port."""
import sys
import urllib.error
import urllib.request

base, closed = sys.argv[1:]


def outcome(act):
    try:
        return act()
    except Exception as error:
        return describe(error)


def describe(error):
    bases = [cls.__name__ for cls in type(error).__mro__[1:]]
    facts = [type(error).__name__, bases, str(error) if "\n" not in str(error) else ""]
    for name in ("errno", "strerror", "reason", "partial", "expected", "line"):
        value = getattr(error, name, None)
        facts.append(describe(value) if isinstance(value, Exception) else value)
    return facts


def read_in_pieces(page):
    return [page.read(4), page.read(4), page.read(4), page.read(4)]


for path in ("/nothing", "/garbage", "/odd-status", "/odd-version", "/reset", "/too-many-headers"):
    print(path, outcome(lambda: urllib.request.urlopen(base + path)))
print("half a head", outcome(lambda: urllib.request.urlopen(base + "/half-a-head").headers.items()))
for path in ("/short", "/chunked-cut"):
    for read in (lambda page: page.read(), read_in_pieces, list, lambda page: page.readinto(bytearray(40))):
        print(path, outcome(lambda: read(urllib.request.urlopen(base + path))))
for path in ("/chunk-cut", "/chunk-odd"):  # how much of a broken chunk is kept is each one's own
    print(path, outcome(lambda: urllib.request.urlopen(base + path).read())[0])
print("retrieved", outcome(lambda: urllib.request.urlretrieve(base + "/short", "kept")), open("kept", "rb").read())
page = urllib.request.urlopen(base + "/hold")
print(page.read(10), urllib.request.urlopen(base + "/let-go").read())
print("reset", outcome(page.read))
print("closed port", outcome(lambda: urllib.request.urlopen(closed)))
print("no such host", outcome(lambda: urllib.request.urlopen("http://no-such-host.invalid/")))
print("no host", outcome(lambda: urllib.request.urlopen("http:///x")))
print("odd host", outcome(lambda: urllib.request.urlopen("http://a b/")))
print("odd port", outcome(lambda: urllib.request.urlopen("http://127.0.0.1:x/")))
print("odd path", outcome(lambda: urllib.request.urlopen(base + "/a b")))
print("str body", outcome(lambda: urllib.request.urlopen(base + "/echo", "text")))
print("number as body", outcome(lambda: urllib.request.urlopen(base + "/echo", 5)))
