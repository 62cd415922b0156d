"""Prints the seconds that the sha1 of a file takes: scripthelper's, where there is one, else hashlib's own for files."""

import hashlib
import sys
import time

try:
    from scripthelper import digest_file
except ImportError:

    def digest_file(path, algorithm):
        with open(path, "rb") as file:
            return hashlib.file_digest(file, algorithm).hexdigest()


start = time.perf_counter()
digest = digest_file(sys.argv[1], "sha1")
seconds = time.perf_counter() - start
assert len(digest) == 40
print(seconds)
