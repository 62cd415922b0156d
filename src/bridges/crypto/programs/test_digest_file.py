"""scripthelper.digest_file inside py-runner: what is no regular file, and errors by name."""
import errno
import hashlib
import os

from _pyrunner import call

with open("data", "wb") as file:
    for _ in range(5):
        file.write(bytes(range(256)) * 4096)


def outcome(path, algorithm="sha256"):
    try:
        return call("crypto.digest_file", path, algorithm, paths=(path,))
    except OSError as error:
        return errno.errorcode[error.errno], error.filename


with open("data", "rb") as file:
    print(outcome(b"data") == hashlib.file_digest(file, "sha256").hexdigest())
os.chdir("/")
print(outcome(b"dev/null"), outcome(b"dev"), outcome(b"nothing"), outcome(b"etc/hostname/x"), outcome(b"etc/hostname", "nothing"))
for name in ("md5", "sha1", "sha3_256", "blake2b", "sha512_256", "ripemd160", "md5-sha1"):
    with open("etc/hostname", "rb") as file:
        print(name, outcome(b"etc/hostname", name) == hashlib.new(name, file.read()).hexdigest())

import scripthelper

print(scripthelper.digest_file("dev/null", "md5") == hashlib.md5().hexdigest())
