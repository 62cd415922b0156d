# Digests, keyed digests, base64 and hexadecimal agree with every other tool
import base64
import binascii
import hashlib
import hmac
import os
import uuid
import zlib

data = bytes(range(256)) * 400
with open('data.bin', 'wb') as stream:
    stream.write(data)
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'):
    digest = hashlib.new(name)
    with open('data.bin', 'rb') as stream:
        for block in iter(lambda: stream.read(4096), b''):
            digest.update(block)
    print(name, digest.hexdigest(), digest.digest_size, digest.block_size, digest.name == getattr(hashlib, name)(data).name, digest.digest() == hashlib.new(name, data).digest())
os.system('sha256sum data.bin; md5sum < data.bin')
with open('data.bin', 'rb') as stream:
    print(hashlib.file_digest(stream, 'sha1').hexdigest())
first = hashlib.sha256(b'a')
second = first.copy()
second.update(b'b')
print(first.hexdigest() == hashlib.sha256(b'a').hexdigest(), second.hexdigest() == hashlib.sha256(b'ab').hexdigest(), hashlib.shake_128(b'x').hexdigest(8))
print(hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.digest(b'key', b'message', 'md5').hex(), hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000).hex(), hashlib.md5(usedforsecurity=False).hexdigest(), sorted(hashlib.algorithms_guaranteed))
print(base64.b64encode(data[:20]), base64.b64decode('aGk='), base64.urlsafe_b64encode(b'\xff\xfe'), base64.b32encode(b'hi'), base64.b16encode(b'hi'), base64.b85encode(b'hello'), base64.encodebytes(b'x' * 60))
print(binascii.hexlify(b'ab', ':'), bytes.fromhex('61 62'), b'\x01\xff'.hex(), binascii.crc32(data), zlib.crc32(data), binascii.unhexlify('6869'))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'example.com'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.UUID(int=1), len(str(uuid.uuid4())), uuid.uuid4().version)
for action in (lambda: base64.b64decode('abc'), lambda: base64.b64decode('a$b=', validate=True), lambda: bytes.fromhex('6g'), lambda: binascii.unhexlify('zz'), lambda: hashlib.sha1('text')):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:50])
try:
    hashlib.new('nonsense')
except ValueError as error:
    print(str(error).startswith('unsupported hash type'))
