"""A program of the system's that tells no settings."""
import os

from _pyrunner import call
from ready import ready

with open("silent", "w") as file:
    file.write("#!/bin/sh\nexec sleep 20\n")
os.chmod("silent", 0o755)
ready()
while True:  # each time is given up after five seconds
    call("http.proxy_settings", "scutil", os.path.abspath("silent"))
