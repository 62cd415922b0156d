"""Requests by way of Windows' proxy and past it. Argument: URL of the proxy that reg.exe tells; it shows what it is asked."""
import os
import sys
import urllib.request

proxy = sys.argv[1]


def first_line(url):
    with urllib.request.build_opener().open(url) as response:
        return response.read().decode("latin-1").splitlines()[0]


print(first_line("http://far.invalid/through"))
print(first_line(f"{proxy}/past"))
try:
    import winreg
except ImportError as error:
    print(error)
os.environ["http_proxy"] = proxy.replace("127.0.0.1", "localhost")
os.environ["no_proxy"] = "far.invalid"
print(urllib.request.getproxies()["http"] == os.environ["http_proxy"], urllib.request.proxy_bypass("127.0.0.1"))
print(first_line(f"{proxy}/through"))
