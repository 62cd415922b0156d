"""Redirects, authentication, cookies, robots and xmlrpc. Argument: the server's URL."""
import http.cookiejar
import sys
import urllib.request
import urllib.robotparser
import warnings
import xmlrpc.client

from exchanging import answer, exchange, report

base = sys.argv[1]
host = base.removeprefix("http://")
warnings.simplefilter("ignore", UserWarning)  # of a realm without quotes
plain = urllib.request.build_opener()


def opened(name, path, opener=plain, data=None, method=None, **headers):
    exchange(name, lambda: answer(opener.open(
        urllib.request.Request(f"{base}/{path}", data=data, headers=headers, method=method), timeout=20)))


for code in (300, 301, 302, 303, 304, 305, 307, 308):
    opened(f"{code} of GET", f"redirect-{code}")
    opened(f"{code} of HEAD", f"redirect-{code}", method="HEAD")
    opened(f"{code} of POST", f"redirect-{code}", data=b"body")
    opened(f"{code} of PUT", f"redirect-{code}", data=b"body", method="PUT")
    opened(f"{code} of DELETE", f"redirect-{code}", method="DELETE")
for kind in """
    relative relative-up query-only absolute-path other-host no-scheme fragment space not-ascii latin empty none twice uri
    to-file to-ftp to-data to-javascript to-mailto to-odd-port to-nowhere with-body chunked-body self ten eleven endless
    line-feed to-404 to-no-content upper-scheme
""".split():
    opened(f"redirect {kind}", f"to/{kind}")
opened("headers at a redirect", "redirect-302", **{"Content-Type": "a/b", "Content-Length": "0", "X-Kept": "1"})


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


opened("no redirect wanted", "redirect-302", urllib.request.build_opener(NoRedirect))


def basic(user, password, realm=None, handler=urllib.request.HTTPBasicAuthHandler,
          kind=urllib.request.HTTPPasswordMgrWithDefaultRealm):
    passwords = kind()
    passwords.add_password(realm, base, user, password)
    return urllib.request.build_opener(handler(passwords))


opened("basic", "basic", basic("u", "p"))
opened("basic, wrong", "basic", basic("u", "wrong"))
opened("basic, another realm", "basic", basic("u", "p", "else", kind=urllib.request.HTTPPasswordMgr))
opened("basic, the realm", "basic", basic("u", "p", "here", kind=urllib.request.HTTPPasswordMgr))
opened("basic, no handler", "basic")
opened("basic, a post", "basic", basic("u", "p"), data=b"body")
opened("basic, not ascii", "basic", basic("ü", "☃"))
opened("basic in the URL", "basic", basic("u", "p"), Authorization="Basic bm86bm8=")
opened("basic without a realm", "basic-no-realm", basic("u", "p"))
opened("basic, unquoted", "basic-unquoted", basic("u", "p"))
opened("basic beside others", "basic-second", basic("u", "p"))
opened("bearer only", "bearer", basic("u", "p"))


def digest(user="u", password="p"):
    return basic(user, password, handler=urllib.request.HTTPDigestAuthHandler)


for kind in ("md5", "sha", "no-qop", "opaque", "sha-256", "auth-int", "sess", "stale"):
    opened(f"digest {kind}", f"digest/{kind}", digest())
opened("digest, wrong", "digest/md5", digest("u", "wrong"))
opened("digest of a post", "digest/md5", digest(), data=b"body")


def before():
    passwords = urllib.request.HTTPPasswordMgrWithPriorAuth()
    passwords.add_password(None, base, "u", "p", is_authenticated=True)
    return answer(urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords)).open(f"{base}/echo"))


exchange("basic without being asked", before)
exchange("name and password in the URL", lambda: answer(plain.open(f"http://u:p@{host}/echo")))


def with_jar(*paths, policy=None):
    def act():
        jar = http.cookiejar.CookieJar(policy)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        bodies = [opener.open(f"{base}/{path}").read() for path in paths]
        return [bodies, sorted((c.name, c.value, c.path, c.domain, c.secure, c.discard, c.expires and "expires") for c in jar)]
    return act


exchange("cookies come back", with_jar("cookies", "echo"))
exchange("cookies of a redirect", with_jar("cookie-redirect", "echo"))
exchange("cookies of paths", with_jar("cookie-paths", "echo", "echo/deep/er"))
exchange("cookies that go", with_jar("cookies", "cookie-gone", "echo"))
exchange("cookies of others", with_jar("cookie-others", "echo"))
exchange("cookies with quotes and commas", with_jar("cookie-odd", "echo"))
exchange("secure cookies", with_jar("cookie-secure", "echo"))
exchange("cookies, strict", with_jar("cookies", "cookie-paths", "echo", policy=http.cookiejar.DefaultCookiePolicy(
    strict_ns_domain=http.cookiejar.DefaultCookiePolicy.DomainStrict, rfc2965=True)))


def saved(kind):
    def act():
        jar = kind("jar")
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        opener.open(f"{base}/cookie-lasting").read()
        jar.save(ignore_discard=True)
        again = kind()
        again.load("jar", ignore_discard=True)
        return sorted((c.name, c.value, c.path, c.expires) for c in again)
    return act


exchange("jar of Mozilla", saved(http.cookiejar.MozillaCookieJar))
exchange("jar of LWP", saved(http.cookiejar.LWPCookieJar))


def robots(path):
    def act():
        rules = urllib.robotparser.RobotFileParser(f"{base}/{path}")
        rules.read()
        return [rules.can_fetch(who, f"{base}{what}") for who in ("me", "other") for what in ("/", "/private/x", "/public")] + [
            rules.crawl_delay("me"), rules.site_maps()]
    return act


for path in ("robots", "404", "401-bare", "500"):
    exchange(f"robots {path}", robots(path))


def remote(path, *args):
    def act():
        with xmlrpc.client.ServerProxy(f"{base}/{path}") as server:
            return server.add(*args)
    return act


exchange("xmlrpc", remote("rpc", 1, 2))
exchange("xmlrpc fault", remote("rpc-fault", 1))
exchange("xmlrpc of what is none", remote("lines", 1))
exchange("xmlrpc 404", remote("404", 1))
exchange("xmlrpc gzip", remote("rpc-gzip", 1))
exchange("xmlrpc twice", lambda: [remote("rpc", 1)(), remote("rpc", 2)()])
exchange("xmlrpc of what cannot be said", remote("rpc", object()))


class Upper(urllib.request.BaseHandler):
    handler_order = 900

    def http_request(self, request):
        request.add_header("X-Upper", "yes")
        return request

    def http_response(self, request, response):
        response.msg = "seen"
        return response

    def odd_open(self, request):
        return urllib.request.urlopen(f"{base}/lines")


own = urllib.request.build_opener(Upper)
exchange("handlers of a script", lambda: [answer(own.open(f"{base}/echo")), answer(own.open("odd://x"))])
exchange("errors as answers", lambda: urllib.request.OpenerDirector().open(f"{base}/lines"))
report()
