"""A server that takes no body."""
import sys
import urllib.request

from ready import ready

ready()
urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/", bytes(1 << 26))
