"""Random bytes: as many as asked for, never the same, from the system."""

import os
import random
import secrets
import uuid

from facts import attempt, fact

for size in (0, 1, 16, 255, 256, 257, 65536, 65537, 1000000):
    fact(f"urandom {size}", len(os.urandom(size)))
fact("no two alike", len({os.urandom(16) for _ in range(1000)}))
fact("every byte occurs", len(set(os.urandom(100000))))
attempt("a negative size", os.urandom, -1)
attempt("getrandom", lambda: len(os.getrandom(300)))
attempt("getrandom, not waiting", lambda: len(os.getrandom(16, os.GRND_NONBLOCK)))
attempt("getrandom from the other pool", lambda: len(os.getrandom(16, os.GRND_RANDOM)))
attempt("getrandom of a negative size", os.getrandom, -1)
attempt("getrandom with unknown flags", lambda: len(os.getrandom(16, 1 << 20)))
fact("random is seeded", random.random() != random.Random().random(), len({random.Random().random() for _ in range(100)}))
fact("secrets", len(secrets.token_hex(16)), secrets.token_bytes() != secrets.token_bytes())
fact("uuid", uuid.uuid4() != uuid.uuid4(), uuid.uuid4().version)
attempt("SystemRandom", lambda: 0 <= random.SystemRandom().random() < 1)
fact("a seed repeats", random.Random(42).random(), random.Random("text").getrandbits(64))
