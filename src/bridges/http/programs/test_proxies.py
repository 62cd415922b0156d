"""Through a proxy, plain and by a tunnel. Arguments: URL of the proxy, https URL behind it, authority."""
import os
import ssl
import sys
import urllib.request

proxy, secure, authority = sys.argv[1:]
address = proxy.removeprefix("http://")


def outcome(opener, url):
    try:
        return opener.open(url).read().decode("latin-1")
    except Exception as error:
        return type(error).__name__, str(error), repr(getattr(error, "reason", None))


context = ssl.create_default_context(cafile=authority)
context.verify_flags &= ~ssl.VERIFY_X509_STRICT


def through(**proxies):
    return urllib.request.build_opener(urllib.request.ProxyHandler(proxies), urllib.request.HTTPSHandler(context=context))


print(outcome(through(http=proxy), "http://far.invalid/echo?x"))
print(outcome(through(http=f"http://me:secret@{address}"), "http://far.invalid/echo"))
print(outcome(through(https=proxy), secure + "/lines"))
print(outcome(through(https=f"http://me:secret@{address}"), secure + "/echo"))
print(outcome(through(https=proxy), "https://refused.invalid/"))
os.environ["http_proxy"] = proxy
os.environ["no_proxy"] = "127.0.0.1"
print(outcome(urllib.request.build_opener(), "http://far.invalid/echo"))
print(outcome(urllib.request.build_opener(), proxy + "/lines"))
