"""Through proxies. Arguments: URL of a proxy that wants u:p, of one that hangs up, of one that answers nonsense, of http and
https servers behind them, authority."""
import os
import ssl
import sys
import urllib.request

from exchanging import answer, exchange, report

proxy, hangs_up, nonsense, plain, secure, authority = sys.argv[1:]
address = proxy.removeprefix("http://")
context = ssl.create_default_context(cafile=authority)
context.verify_flags &= ~ssl.VERIFY_X509_STRICT


def through(**proxies):
    return urllib.request.build_opener(urllib.request.ProxyHandler(proxies), urllib.request.HTTPSHandler(context=context))


def opened(name, url, **proxies):
    exchange(name, lambda: answer(through(**proxies).open(url, timeout=20)))


opened("http, without a name", f"{plain}/lines", http=proxy)
opened("http, wrong password", f"{plain}/lines", http=f"http://u:wrong@{address}")
opened("http", f"{plain}/echo?a=b", http=f"http://u:p@{address}")
opened("http, an escaped password", f"{plain}/lines", http=f"http://u:%70@{address}")
opened("http, no scheme", f"{plain}/lines", http=f"u:p@{address}")
opened("http, a redirect", f"{plain}/redirect-302", http=f"http://u:p@{address}")
opened("http, a host that is not there", "http://no-such-host.invalid/", http=f"http://u:p@{address}")
opened("https, without a name", f"{secure}/lines", https=proxy)
opened("https, wrong password", f"{secure}/lines", https=f"http://u:wrong@{address}")
opened("https", f"{secure}/echo", https=f"http://u:p@{address}")
opened("https, chunked", f"{secure}/chunked", https=f"http://u:p@{address}")
opened("https, another's certificate", secure.replace("localhost", "127.0.0.1") + "/lines", https=f"http://u:p@{address}")
opened("https, a host that is not there", "https://no-such-host.invalid/", https=f"http://u:p@{address}")
opened("https, refused", "https://refused.invalid/", https=f"http://u:p@{address}")
for name, where in (("hangs up", hangs_up), ("talks nonsense", nonsense)):
    opened(f"http, a proxy that {name}", f"{plain}/lines", http=where)
    opened(f"https, a proxy that {name}", f"{secure}/lines", https=where)
opened("http, no such proxy", f"{plain}/lines", http="http://no-such-proxy.invalid:3128")
opened("https, no such proxy", f"{secure}/lines", https="http://no-such-proxy.invalid:3128")
opened("http, a proxy of another scheme", f"{plain}/lines", http="socks5://127.0.0.1:1")
opened("http, a proxy without a host", f"{plain}/lines", http="http://")
opened("no proxy for this scheme", f"{plain}/lines", https=f"http://u:p@{address}")


def asked(password):
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, proxy, "u", password)
    handlers = urllib.request.ProxyHandler({"http": proxy}), urllib.request.ProxyBasicAuthHandler(passwords)
    return answer(urllib.request.build_opener(*handlers).open(f"{plain}/lines"))


exchange("asked for a password", lambda: asked("p"))
exchange("asked for a password, wrong", lambda: asked("wrong"))


def named(url, **variables):
    def act():
        os.environ.update(variables)
        try:
            return answer(urllib.request.build_opener(urllib.request.HTTPSHandler(context=context)).open(url, timeout=20))
        finally:
            for name in variables:
                del os.environ[name]
    return act


for name in list(os.environ):
    if name.lower().endswith("_proxy"):
        del os.environ[name]
exchange("variable", named(f"{plain}/lines", http_proxy=f"http://u:p@{address}"))
exchange("variable of https", named(f"{secure}/lines", https_proxy=f"http://u:p@{address}"))
exchange("variable, not for this host", named(f"{plain}/lines", http_proxy=hangs_up, no_proxy="127.0.0.1,localhost"))
exchange("variable, for another host", named(f"{plain}/lines", http_proxy=f"http://u:p@{address}", no_proxy="elsewhere"))


def by_hand():
    request = urllib.request.Request(f"{plain}/echo")
    request.set_proxy(address, "http")
    request.add_header("Proxy-Authorization", "Basic dTpw")
    return [request.host, request.type, request.has_proxy(), answer(urllib.request.build_opener().open(request))]


exchange("set_proxy", by_hand)


def tunnelled(headers):
    import http.client

    connection = http.client.HTTPSConnection(address, context=context, timeout=20)
    connection.set_tunnel("localhost", int(secure.rsplit(":", 1)[1]), headers)
    connection.request("GET", "/lines")
    return answer(connection.getresponse())


exchange("set_tunnel", lambda: tunnelled({"Proxy-Authorization": "Basic dTpw", "X-More": "1"}))
exchange("set_tunnel without a name", lambda: tunnelled(None))
report()
