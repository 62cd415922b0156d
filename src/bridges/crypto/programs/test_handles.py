"""Digests under way in the host are given back when their objects go: none of their numbers is known there any more."""
import hashlib

from _pyrunner import call

block = b"x" * 100_000
handles = []
for _ in range(1000):
    digest = hashlib.sha256(block)
    copy = digest.copy()
    copy.update(block)
    handles += [digest._handle, copy._handle]
del digest, copy
found, errors = 0, set()
for handle in handles:
    for service in ("crypto.update", "crypto.result", "crypto.copy"):
        try:
            call(service, handle, 0)
            found += 1
        except OSError as error:
            errors.add(error.strerror)
print(len(set(handles)), found, errors)
