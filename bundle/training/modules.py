"""Modules that a snapshot does not hold, imported and used a little: scripts of administrators reach for all of these."""

import bisect
import calendar
import copy
import decimal
import difflib
import email.message
import fractions
import gzip
import heapq
import hmac
import html
import io
import locale
import math
import mimetypes
import operator
import os
import pickle
import pprint
import queue
import secrets
import statistics
import struct
import sys
import tarfile
import tempfile
import time
import unicodedata
import warnings
import zlib
from pathlib import Path

folder = Path(tempfile.mkdtemp())
packed = struct.pack("<IHB4s", 1, 2, 3, b"abcd")
print(struct.unpack("<IHB4s", packed), struct.calcsize("P"), binary := zlib.compress(packed * 100), zlib.crc32(binary))
(folder / "a.txt").write_text("one\ntwo\nthree\n" * 50)
with gzip.open(folder / "a.gz", "wt") as file:
    file.write("text" * 100)
with gzip.open(folder / "a.gz", "rb") as file:
    print(len(file.read()))
with tarfile.open(folder / "a.tar.gz", "w:gz") as archive:
    archive.add(folder / "a.txt", arcname="a.txt")
with tarfile.open(folder / "a.tar.gz") as archive:
    print(archive.getnames(), archive.extractfile("a.txt").readline())
for base, folders, files in os.walk(folder):
    for name in sorted(files):
        info = (Path(base) / name).stat()
        print(name, info.st_size, oct(info.st_mode), time.strftime("%Y", time.localtime(info.st_mtime)) > "2000")
        os.chmod(Path(base) / name, 0o600)
        os.rename(Path(base) / name, Path(base) / (name + ".old"))
for left in folder.iterdir():
    left.unlink()
folder.rmdir()
print(pickle.loads(pickle.dumps({"a": [1, 2.5, ("x", None)], "b": {1, 2}})), copy.deepcopy([{"x": [1]}]))
print(decimal.Decimal("1.10") + decimal.Decimal(2), fractions.Fraction(3, 6), statistics.mean([1, 2, 3]), math.sqrt(2), math.floor(-1.5))
print(html.escape("<a&b>"), hmac.new(b"k", b"m", "sha256").hexdigest()[:8], secrets.token_hex(4) != "", mimetypes.guess_type("a.html"))
message = email.message.EmailMessage()
message["Subject"], message["To"] = "hello", "a@example.com"
message.set_content("body\n")
print(message.as_string().splitlines()[0], calendar.monthrange(2024, 2), unicodedata.name("ä"), locale.getlocale() is not None)
heap = [5, 1, 3]
heapq.heapify(heap)
print(heapq.heappop(heap), bisect.bisect([1, 3], 2), operator.itemgetter(1)("ab"), queue.Queue(3).qsize(), io.BytesIO(b"ab").read(1))
print("".join(difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"])), file=sys.stderr)
pprint.pprint({"key": list(range(40)), "other": "value" * 5})
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("quiet", DeprecationWarning)
start = time.monotonic()
time.sleep(0.001)
print(time.monotonic() > start, time.time() > 1e9, time.perf_counter() > 0, time.ctime(0)[-4:])
