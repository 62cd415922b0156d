"""https: whom a context trusts. Arguments: folder of certificates, ports of servers by name, as JSON."""
import copy
import http.client
import json
import os
import pickle
import ssl
import sys
import urllib.request
import warnings

from exchanging import answer, exchange, report

folder, ports = sys.argv[1], json.loads(sys.argv[2])
warnings.simplefilter("ignore", DeprecationWarning)


def at(name):
    return os.path.join(folder, name)


def made(cafile="ca.pem", **settings):
    """A context without what newer versions ask of certificates by default."""
    context = ssl.create_default_context(cafile=cafile and at(cafile))
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    for name, value in settings.items():
        setattr(context, name, value)
    return context


def with_ciphers(names):
    context = made(maximum_version=ssl.TLSVersion.TLSv1_2)
    context.set_ciphers(names)
    return context


def opened(name, server, context=made, host="localhost", path="lines", **kwargs):
    exchange(name, lambda: answer(urllib.request.urlopen(
        f"https://{host}:{ports[server]}/{path}", context=context and context(), timeout=20, **kwargs)))


opened("known authority", "good")
opened("no context", "good", None)
opened("default context", "good", lambda: made(None))
opened("another authority", "good", lambda: made("other-ca.pem"))
opened("nobody trusted", "good", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
opened("by address, not in the certificate", "good", host="127.0.0.1")
opened("by address, in the certificate", "addressed", host="127.0.0.1")
opened("by name, only the address in the certificate", "addressed")
opened("self-signed", "self-signed")
opened("self-signed, trusted", "self-signed", lambda: made("self-signed.pem"))
opened("expired", "expired")
opened("not yet valid", "early")
opened("another's", "other-host")
opened("name in the subject only", "subject-only")
opened("wildcard", "wildcard", host="a.localhost")
opened("wildcard, too deep", "wildcard", host="a.b.localhost")
opened("wildcard, the domain itself", "wildcard")
opened("intermediate left out", "no-chain")
opened("intermediate sent", "chain")
opened("intermediate trusted", "chain", lambda: made("middle.pem"))
opened("authority that is none", "by-leaf")
opened("for clients only", "client-only")
for server in ("self-signed", "expired", "other-host", "good"):
    opened(f"{server}, names unchecked", server, lambda: made(check_hostname=False), host="127.0.0.1")
    opened(f"{server}, unverified", server, ssl._create_unverified_context, host="127.0.0.1")
    opened(f"{server}, nothing checked", server, lambda: made(None, check_hostname=False, verify_mode=ssl.CERT_NONE))
opened("optional", "expired", lambda: made(verify_mode=ssl.CERT_OPTIONAL))
opened("old protocol object", "good", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS))
opened("cadata", "good", lambda: ssl.create_default_context(cadata=open(at("ca.pem")).read()))
opened("chunked", "good", path="chunked")
opened("post", "good", path="echo", data=b"x" * 100)
opened("2 MB up", "good", path="length", data=b"0123456789" * 200_000)
opened("redirect", "good", path="redirect-302")
opened("1.2 only", "old", lambda: made())
opened("1.2 server, 1.3 wanted", "old", lambda: made(minimum_version=ssl.TLSVersion.TLSv1_3))
opened("1.3 server, 1.2 at most", "new", lambda: made(maximum_version=ssl.TLSVersion.TLSv1_2))
opened("no common ciphers", "old", lambda: with_ciphers("CAMELLIA256-SHA"))
opened("hangs up", "rude")
opened("hangs up after hello", "ruder")
opened("no TLS", "plain")
opened("cut without goodbye", "good", path="length-short")
opened("cut chunk", "good", path="chunk-cut")
opened("nothing", "good", path="nothing")
opened("no certificate of ours", "client")


def ours(certificate="client.pem", key="client.key", password=None):
    context = made()
    context.load_cert_chain(at(certificate), key and at(key), password)
    return context


def hung_up(context):
    """The server ends the connection when it has seen the certificate: whether the request is there by then is chance."""
    try:
        return answer(urllib.request.urlopen(f"https://localhost:{ports['client']}/lines", context=context(), timeout=20))
    except OSError as error:
        cause = getattr(error, "reason", error)
        return isinstance(cause, (ConnectionResetError, BrokenPipeError)) or [type(cause).__name__, str(cause)]


opened("certificate of ours", "client", ours, path="whoami")
opened("with an encrypted key", "client", lambda: ours(key="locked.key", password="secret"), path="whoami")
opened("password in bytes", "client", lambda: ours(key="locked.key", password=b"secret"), path="whoami")
opened("password by function", "client", lambda: ours(key="locked.key", password=lambda: "secret"), path="whoami")
opened("wrong password", "client", lambda: ours(key="locked.key", password="wrong"))
opened("key and certificate in a file", "client", lambda: ours("both.pem", None), path="whoami")
opened("key of another", "client", lambda: ours(key="good.key"))
exchange("certificate from another", lambda: hung_up(lambda: ours("other-client.pem", "other-client.key")))
opened("no such certificate", "client", lambda: ours("absent.pem"))
opened("certificate that is none", "client", lambda: ours("names"))
exchange("cafile absent", lambda: ssl.create_default_context(cafile=at("absent.pem")))
exchange("cafile that is none", lambda: ssl.create_default_context(cafile=at("names")))
exchange("cadata that is none", lambda: ssl.create_default_context(cadata="nothing"))
for odd in (5, [], "", "a\0b", "/no/such/place", b"/no/such/place", at("names")):
    exchange(f"cafile {odd!r:.9}", lambda odd=odd: made(None).load_verify_locations(odd))
    exchange(f"capath {odd!r:.9}", lambda odd=odd: made(None).load_verify_locations(None, odd))
    exchange(f"cadata {odd!r:.9}", lambda odd=odd: made(None).load_verify_locations(None, None, odd))
for odd in (5, [], ""):
    exchange(f"certificate {odd!r}", lambda odd=odd: made().load_cert_chain(odd))
    exchange(f"key {odd!r}", lambda odd=odd: made().load_cert_chain(at("client.pem"), odd))
exchange("password that is none", lambda: made().load_cert_chain(at("both.pem"), None, 5))
DAMAGED = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
with open("damaged.pem", "w") as file:
    file.write(open(at("ca.pem")).read() + DAMAGED)
exchange("damaged authority in a file", lambda: made(None).load_verify_locations("damaged.pem"))
exchange("damaged authority", lambda: made(None).load_verify_locations(cadata=DAMAGED))
exchange("authority in DER", lambda: made(None).load_verify_locations(cadata=ssl.PEM_cert_to_DER_cert(open(at("ca.pem")).read())))
exchange("authority in DER, cut", lambda: made(None).load_verify_locations(cadata=b"0\x82\x01\x00abc"))
exchange("copied", lambda: copy.copy(made()))
exchange("pickled", lambda: pickle.dumps(made()))
exchange("cafile and context", lambda: urllib.request.urlopen("https://x.invalid/", cafile="x", context=made()))
exchange("no verification while names are checked", lambda: setattr(made(), "verify_mode", ssl.CERT_NONE))
exchange("odd ciphers", lambda: made().set_ciphers("NO-SUCH-CIPHER"))


def in_environment(place="ca.pem"):
    os.environ["SSL_CERT_FILE"] = at(place)
    try:
        return answer(urllib.request.urlopen(f"https://localhost:{ports['good']}/lines", context=made(None)))
    finally:
        del os.environ["SSL_CERT_FILE"]


def by_default():
    usual = ssl._create_default_https_context
    ssl._create_default_https_context = ssl._create_unverified_context
    urllib.request.install_opener(None)
    try:
        return answer(urllib.request.urlopen(f"https://127.0.0.1:{ports['self-signed']}/lines"))
    finally:
        ssl._create_default_https_context = usual


def direct(server, **kwargs):
    connection = http.client.HTTPSConnection("localhost", ports[server], timeout=20, **kwargs)
    connection.request("GET", "/lines")
    return answer(connection.getresponse())


def other_end(server, **settings):
    """What a connection says of the server."""
    connection = http.client.HTTPSConnection("localhost", ports[server], timeout=20, context=made(**settings))
    connection.connect()
    told = connection.sock
    try:
        return [
            told.getpeercert(), len(told.getpeercert(binary_form=True)), told.version(), told.cipher(), told.compression(),
            told.selected_alpn_protocol(), told.server_hostname, told.context.verify_mode.name,
        ]
    finally:
        connection.close()


exchange("the other end", lambda: other_end("good"))
exchange("the other end, TLS 1.2", lambda: other_end("good", maximum_version=ssl.TLSVersion.TLSv1_2))
exchange("the other end, unverified", lambda: other_end("good", check_hostname=False, verify_mode=ssl.CERT_NONE))
exchange("authorities of a context", lambda: made().get_ca_certs())
exchange("SSL_CERT_FILE", in_environment)
for place in ("names", "", "absent"):
    exchange(f"SSL_CERT_FILE {place!r}", lambda place=place: in_environment(place))
exchange("unverified by default", by_default)
exchange("HTTPSConnection", lambda: direct("good", context=made()))
exchange("HTTPSConnection, unknown", lambda: direct("good"))
exchange("HTTPSConnection, expired", lambda: direct("expired", context=made()))
opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=made(), check_hostname=False))
exchange("handler that checks no names", lambda: answer(opener.open(f"https://127.0.0.1:{ports['good']}/lines")))
exchange("what a context knows", lambda: [
    (c := made()).verify_mode, c.check_hostname, c.protocol.name, c.minimum_version.name, c.cert_store_stats()["x509"] > 0])
report()
