# Passwords, tokens and checks with secrets, string and a seeded generator
import base64
import hashlib
import hmac
import random
import secrets
import string

alphabet = string.ascii_letters + string.digits
made = [''.join(secrets.choice(alphabet) for _ in range(16)) for _ in range(20)]
print(len(set(made)), all(len(word) == 16 for word in made), len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0 <= secrets.randbelow(10) < 10)
known = random.Random('2024-03')
print([''.join(known.sample(alphabet, 10)) for _ in range(3)])
salt = bytes(range(8))
stored = salt.hex() + '$' + hashlib.sha512(salt + b'pass').hexdigest()
salt_text, _, digest = stored.partition('$')
for attempt in ('pass', 'wrong'):
    print(attempt, hmac.compare_digest(digest, hashlib.sha512(bytes.fromhex(salt_text) + attempt.encode()).hexdigest()))
counter = 56_000_000
mac = hmac.new(base64.b32decode('JBSWY3DPEHPK3PXP'), counter.to_bytes(8, 'big'), 'sha1').digest()
offset = mac[-1] & 15
print('%06d' % ((int.from_bytes(mac[offset:offset + 4], 'big') & 0x7fffffff) % 1_000_000))
