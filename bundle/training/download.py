"""What scripts around a download do: a marker file, a digest, a URL taken apart, a program called only if needed."""

import base64
import hashlib
import os
import platform
import sys
import tempfile
import urllib.parse
import urllib.request

import scripthelper

url = "https://download.example.com/tools/setup-1.2.3.msi?channel=stable&x=%C3%A4"
parts = urllib.parse.urlsplit(url)
query = urllib.parse.parse_qs(parts.query)
name = os.path.basename(parts.path)
version = tuple(int(part) for part in name.rsplit("-", 1)[1].split(".")[:3])

folder = tempfile.mkdtemp()
path = os.path.join(folder, name)
with open(path, "wb") as file:
    file.write(os.urandom(100_000))
digest = hashlib.sha256()
with open(path, "rb") as file:
    while block := file.read(65536):
        digest.update(block)
if digest.hexdigest() != scripthelper.digest_file(path, "sha256"):
    raise ValueError("the digests differ")
with urllib.request.urlopen(urllib.request.Request("data:text/plain,hello", headers={"User-Agent": "client"})) as answer:
    text = answer.read().decode()
marker = os.path.join(folder, "done")
if not os.path.exists(marker):
    with open(marker, "w") as file:
        file.write(text)
print(platform.system(), version > (1, 0), query.get("channel"), base64.b64encode(text.encode()).decode())
print(os.environ.get("LAUNCH_URL", "none"), urllib.parse.quote("ä b"), sys.version_info[:2])
for left in os.listdir(folder):
    os.unlink(os.path.join(folder, left))
os.rmdir(folder)
