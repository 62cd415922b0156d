"""Digests, HMACs and keys by every way that hashlib and hmac have."""
import _hashlib
import array
import hashlib
import hmac
import io
import pickle


def outcome(act):
    try:
        return act()
    except Exception as error:
        return type(error).__name__, str(error)


def kind(act):
    """Where the words differ between versions."""
    try:
        return act()
    except Exception as error:
        return [cls.__name__ for cls in type(error).__mro__[:2]]


print(sorted(hashlib.algorithms_available))
data = bytes(range(256)) * 1024
for name in sorted(hashlib.algorithms_available):
    for size in (0, 1, 63, 64, 65, 65535, 65536, 65537, 200_000):
        digest = hashlib.new(name, data[:size])
        args = (40,) if name.startswith("shake") else ()
        print(
            name, size, digest.name, digest.digest_size, digest.block_size, digest.hexdigest(*args),
            digest.digest(*args) == bytes.fromhex(digest.hexdigest(*args)),
        )
for pieces in ([1] * 100, [65536, 1, 65535, 2], [65535, 1, 1, 70000], [100_000, 5], [5, 100_000, 5, 30_000]):
    digest, at, copies = hashlib.sha256(), 0, []
    for piece in pieces:
        digest.update(data[at:at + piece])
        at += piece
        copies.append(digest.copy())
        digest.digest()
    print(pieces[:4], digest.hexdigest() == hashlib.sha256(data[:at]).hexdigest(), copies[0].hexdigest(), copies[-1].hexdigest())
    copies[0].update(b"more")
    print(copies[0].hexdigest(), digest.hexdigest())
shake = hashlib.shake_256(b"x" * 100_000)
print([shake.hexdigest(length) for length in (0, 1, 32, 33, 200)], shake.copy().hexdigest(4), type(shake).__name__)
print(
    hashlib.sha256(bytearray(b"ab")).hexdigest(), hashlib.sha256(memoryview(b"abc")[1:]).hexdigest(),
    hashlib.sha256(array.array("i", [1, 2])).hexdigest(),
)
for name in ("SHA256", "sha-256", "SHA3-256", "sha512-256", "BLAKE2b512", "RIPEMD160", "MD5-SHA1", "SM3"):
    print(name, outcome(lambda: hashlib.new(name, b"x").hexdigest()), outcome(lambda: hashlib.new(name).name))
for act in (
    lambda: hashlib.new("nothing"), lambda: hashlib.new("RSA-SHA256"), lambda: hashlib.md5("text"), lambda: hashlib.md5(5),
    lambda: hashlib.md5(None),
    lambda: hashlib.md5().update("text"), lambda: hashlib.md5().update([1]), lambda: hashlib.md5(memoryview(b"abcdef")[::2]),
    lambda: _hashlib.HASH(), lambda: _hashlib.HMAC(), lambda: pickle.dumps(hashlib.md5()),
):
    print(outcome(act))
for act in (
    lambda: hashlib.new(5), lambda: hashlib.md5(b"", b""), lambda: hashlib.md5().update(), lambda: hashlib.shake_128().digest(),
    lambda: hashlib.md5().digest(5),
    lambda: _hashlib.new("nothing"), lambda: setattr(hashlib.md5(), "name", "x"), lambda: hashlib.md5().nothing,
    lambda: hashlib.md5(b"", usedforsecurity=False).hexdigest(), lambda: hashlib.sha256(string=b"x").hexdigest(),
):
    print(kind(act))
print(
    repr(hashlib.sha256())[:33], repr(hashlib.shake_128())[:37], isinstance(hashlib.sha256(), _hashlib.HASH),
    isinstance(hashlib.shake_128(), _hashlib.HASHXOF),
)
with open("data", "wb") as file:
    file.write(data)
with open("data", "rb") as file:
    print(hashlib.file_digest(file, "sha1").hexdigest(), hashlib.file_digest(io.BytesIO(data), hashlib.sha1).hexdigest())

for name in ("md5", "sha1", "sha256", "sha512", "sha3_256"):
    for key in (b"", b"key", b"k" * 200):
        mac = hmac.new(key, b"message", name)
        copy = mac.copy()
        copy.update(data)
        print(
            name, len(key), mac.name, mac.digest_size, mac.block_size, mac.hexdigest(), copy.hexdigest(),
            hmac.digest(key, data, name).hex(),
        )
print(hmac.new(b"k", digestmod=hashlib.sha256).hexdigest(), hmac.new(b"k", b"m", lambda d=b"": hashlib.sha256(d)).hexdigest())
print(
    _hashlib.hmac_new(b"k", b"m", "sha256").hexdigest(), _hashlib.hmac_digest(b"k", b"m", hashlib.sha256).hex(),
    repr(_hashlib.hmac_new(b"k", b"m", "md5"))[:18],
)
for act in (
    lambda: hmac.new("k", b"m", "md5"), lambda: _hashlib.hmac_new(b"k"), lambda: hmac.compare_digest("a", b"a"),
    lambda: hmac.compare_digest("\xe9", "\xe9"), lambda: hmac.compare_digest(b"a", b"a"),
    lambda: _hashlib.hmac_digest(b"k", b"m", len),
):
    print(outcome(act))
for act in (
    lambda: hmac.new(b"k"), lambda: hmac.new(b"k", b"m", "nothing"), lambda: _hashlib.hmac_digest(b"k", b"m", "nothing"),
    lambda: hmac.digest(b"k", "m", "md5"),
):
    try:
        print(act())
    except (TypeError, ValueError) as error:
        print("a TypeError" if isinstance(error, TypeError) else "a ValueError")

for name in ("md5", "sha1", "sha256", "sha512"):
    print(
        hashlib.pbkdf2_hmac(name, b"password", b"salt", 1000).hex(),
        hashlib.pbkdf2_hmac(name, bytearray(b"p"), memoryview(b"s"), 1, 5).hex(),
    )
print(
    hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16).hex(),
    hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1, dklen=10).hex(),
)
for act in (
    lambda: hashlib.pbkdf2_hmac("md5", "text", b"s", 1), lambda: hashlib.pbkdf2_hmac("md5", b"p", b"s", 0),
    lambda: hashlib.pbkdf2_hmac("md5", b"p", b"s", 1, 0),
    lambda: hashlib.scrypt("text", salt=b"x", n=2, r=8, p=1), lambda: hashlib.scrypt(b"p", salt=b"x", n=3, r=8, p=1),
    lambda: hashlib.scrypt(b"p", salt=b"x", n=2, r=8, p=1, maxmem=-1),
    lambda: hashlib.scrypt(b"p", salt=b"x", n=2, r=8, p=1, dklen=0),
    lambda: hashlib.scrypt(b"p", salt=b"x", n=2, r=8, p=1, maxmem=None),
    lambda: hashlib.scrypt(b"p", salt=b"x", n=2, r=8, p=1, dklen="5"), lambda: hashlib.pbkdf2_hmac("md5", b"p", b"s", "1"),
    lambda: hashlib.pbkdf2_hmac("md5", b"p", b"s", 1.5), lambda: hashlib.pbkdf2_hmac("md5", b"p", b"s", 1, 5.0),
    lambda: hashlib.shake_128().digest("5"), lambda: hashlib.shake_256().hexdigest(1.5), lambda: hashlib.shake_128().digest(None),
):
    print(outcome(act))
for act in (
    lambda: hashlib.pbkdf2_hmac("nothing", b"p", b"s", 1), lambda: hashlib.scrypt(b"p"),
    lambda: hashlib.scrypt(b"p", salt=b"x", n=1 << 20, r=8, p=1), lambda: hashlib.scrypt(b"p", salt=b"x", n=1 << 40, r=8, p=1),
    lambda: hashlib.scrypt(b"p", salt=b"x", n=2, r=1 << 40, p=1), lambda: hashlib.scrypt(b"p", salt=b"x", n=2, r=8, p=1 << 40),
    lambda: hashlib.scrypt(b"p", b"x", 2, 8, 1),
):
    print(kind(act)[:1])
