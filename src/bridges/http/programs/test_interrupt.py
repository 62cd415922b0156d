"""Waits for a server that says nothing until it is interrupted, then for its own input. Argument: URL."""
import signal
import sys
import urllib.request

if len(sys.argv) > 2:
    signal.signal(signal.SIGINT, lambda *_: print("handled", flush=True))
try:
    print(urllib.request.urlopen(sys.argv[1]).read(), flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
sys.stdin.read()
