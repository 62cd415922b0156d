"""https of a context that asks for lists of revoked certificates. Arguments: URL, authority."""
import ssl
import sys
import urllib.request

url, authority = sys.argv[1:]
for flags in (ssl.VERIFY_CRL_CHECK_LEAF, ssl.VERIFY_CRL_CHECK_CHAIN):
    context = ssl.create_default_context(cafile=authority)
    context.verify_flags = (context.verify_flags | flags) & ~ssl.VERIFY_X509_STRICT
    try:
        print(urllib.request.urlopen(url, context=context).status)
    except OSError as error:
        print(type(error.reason).__name__, error.reason)
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
print(urllib.request.urlopen(url, context=context).status)
