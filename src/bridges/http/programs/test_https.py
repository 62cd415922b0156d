"""https with contexts of every kind.

Arguments: URLs by name and by address, of a server without TLS, of one that hangs up; file of the authority.
"""
import http.client
import re
import socket
import ssl
import sys
import urllib.request
import warnings

by_name, by_address, plain, hangs_up, authority = sys.argv[1:]


def outcome(url, context=None):
    try:
        with urllib.request.urlopen(url + "/lines", context=context) as page:
            return page.status, page.read()
    except Exception as error:
        return describe(error)


def describe(error):
    facts = [type(error).__name__, [cls.__name__ for cls in type(error).__mro__[1:]], re.sub(r" \(_ssl\.c:\d+\)", "", str(error))]
    for name in ("errno", "library", "verify_code", "verify_message"):
        facts.append(getattr(error, name, None))
    if isinstance(getattr(error, "reason", None), Exception):
        facts.append(describe(error.reason))
    else:
        facts.append(getattr(error, "reason", None))
    return facts


def relaxed(context):
    """Without what newer versions ask of certificates by default."""
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


trusting = relaxed(ssl.create_default_context(cafile=authority))
print("unknown authority", outcome(by_name))
print("known", outcome(by_name, trusting))
print("known again", outcome(by_name, trusting))
with open(authority) as file:
    text = file.read()
print("as data", outcome(by_name, relaxed(ssl.create_default_context(cadata=text))))
print("as bytes", outcome(by_name, relaxed(ssl.create_default_context(cadata=ssl.PEM_cert_to_DER_cert(text)))))
more = relaxed(ssl.create_default_context())
more.load_verify_locations(authority)
print("besides the default", outcome(by_name, more))
print("nobody", outcome(by_name, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)))
print("another name", outcome(by_address, trusting))
no_name = relaxed(ssl.create_default_context(cafile=authority))
no_name.check_hostname = False
print("name unchecked", outcome(by_address, no_name))
print("unverified", outcome(by_address, ssl._create_unverified_context()))
nothing = ssl.create_default_context()
nothing.check_hostname = False
nothing.verify_mode = ssl.CERT_NONE
print("nothing checked", outcome(by_address, nothing))
print("http at the https port", outcome(plain, trusting))
print("hangs up", outcome(hangs_up, trusting)[0:1])
opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=trusting))
print("opener", opener.open(by_name + "/chunked").read())
print("body", opener.open(by_name + "/echo", b"x" * 100000).read()[-100000:] == b"x" * 100000)

host, port = by_name.removeprefix("https://").split(":")


def certificate(url=by_name, **given):
    name, number = url.removeprefix("https://").split(":")
    try:
        return ssl.get_server_certificate((name, int(number)), timeout=30, **given)
    except Exception as error:
        return describe(error)


print("certificate", certificate())
print("certificate by address", certificate(by_address))
print("certificate of a known authority's", certificate(ca_certs=authority))
print("certificate of http", certificate(plain))
print("certificate of nobody", certificate(hangs_up)[0:1])
connection = http.client.HTTPSConnection(host, int(port), context=trusting)
connection.connect()
end = connection.sock
print("ends", end.getpeername()[1] == int(port), end.getpeername()[0] == end.getsockname()[0], end.getsockname()[1] > 0)
print("kind", len(end.getpeername()) == (4 if end.family == socket.AF_INET6 else 2), end.type, end.proto)
connection.close()
try:
    print(end.getpeername())
except OSError as error:
    print("closed", error)


warnings.simplefilter("ignore", DeprecationWarning)  # of OP_NO_TLSv1_3


def spoken(options=0, most=ssl.TLSVersion.MAXIMUM_SUPPORTED):
    context = relaxed(ssl.create_default_context(cafile=authority))
    context.options |= options
    context.maximum_version = most
    connection = http.client.HTTPSConnection(host, int(port), context=context)
    connection.connect()
    try:
        return connection.sock.version(), sorted(connection.sock.getpeercert()), connection.sock.selected_alpn_protocol()
    finally:
        connection.close()


print("spoken", spoken())
print("without 1.3", spoken(ssl.OP_NO_TLSv1_3))
print("at most 1.2", spoken(most=ssl.TLSVersion.TLSv1_2))
