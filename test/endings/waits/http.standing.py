"""A server that answers no TLS handshake."""
import sys
import urllib.request

from ready import ready

ready()
urllib.request.urlopen(f"https://127.0.0.1:{sys.argv[1]}/")
