"""Servers that say nothing, with a timeout. Arguments: URL, URL of https."""
import socket
import sys
import urllib.request

base = sys.argv[1]


def outcome(act):
    try:
        return act()
    except Exception as error:
        return type(error).__name__, str(error), getattr(error, "errno", None), repr(getattr(error, "reason", None))


print("head", outcome(lambda: urllib.request.urlopen(base + "/silent", timeout=1)))
page = urllib.request.urlopen(base + "/silent-in-body", timeout=1)
print(page.read(10))
print("body", outcome(page.read), outcome(page.read))
print("in time", urllib.request.urlopen(base + "/lines", timeout=60).read())
socket.setdefaulttimeout(1)
print("default", outcome(lambda: urllib.request.urlopen(base + "/silent")))
print("negative", outcome(lambda: urllib.request.urlopen(base + "/lines", timeout=-1)))
