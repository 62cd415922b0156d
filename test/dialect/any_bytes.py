"""Feed `decide` with damaged sources: it must answer 2 or 3, raise nothing, and 2 only where the quick look says it may be.

usage: any_bytes.py FOLDER ...     prints how many sources were tried
"""

import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src"))
from dialect.rule import decide, may_be_python2  # noqa: E402

ROUNDS = 40
PIECES = [b"\0", b"\r", b"\x0c", b"\xef\xbb\xbf", b"# coding: utf-16\n", b"# coding: utf-7\n", b"# coding: rot13\n", b"(" * 300,
          b"\\\n", b'"""', b"\xff", b"#!python2\n", b"\t", b"print", b"except A, b:", b"-" * 5000, b"lambda:" * 100, b"\x1a"]


def damaged(source: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(source) + 1), chance.randrange(40)
    kind = chance.randrange(4)
    if kind == 0:
        return source[:at]
    if kind == 1:
        return source[:at] + chance.choice(PIECES) + source[at:]
    if kind == 2:
        return source[:at] + source[at + length:]
    return source[:at] + chance.randbytes(length) + source[at:]


chance = random.Random(20)
count = 0
for folder in sys.argv[1:]:
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".py"):
            continue
        with open(os.path.join(folder, name), "rb") as stream:
            source = stream.read()
        for _ in range(ROUNDS):
            source = damaged(source, chance)
            decision = decide(source, name)
            assert decision.dialect in (2, 3), source
            assert decision.dialect == 3 or may_be_python2(source), source
            count += 1
print(count)
