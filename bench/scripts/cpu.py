"""Runs the case that its argument names over and over; prints the seconds that one run took in the first second, and after it.

The first figure is what a short script meets: code that has just been compiled, or is about to be.
"""

import sys
import time

FIRST_SECONDS = 1.0
WARM_SECONDS = 0.7


def json_documents():
    import json

    entries = [
        {"name": f"entry {n}", "size": n * 17, "ratio": n / 7, "tags": ["a", "größe", None], "on": n % 2 == 0} for n in range(200)
    ]
    document = {"entries": entries, "nested": [[[n] * 3] * 3 for n in range(50)]}
    return lambda: json.loads(json.dumps(document, indent=1, sort_keys=True))


def regular_expressions():
    import re

    line = "2026-11-%02d host%d sshd[%d]: Failed password for user%d from 10.0.%d.7 port %d\n"
    text = "".join(line % (n % 28 + 1, n, n * 3, n, n % 256, n) for n in range(300))
    address = re.compile(r"from (?P<address>\d{1,3}(?:\.\d{1,3}){3}) port (\d+)$", re.MULTILINE)
    word = re.compile(r"\b[a-z]+\d+\b", re.IGNORECASE)
    return lambda: (address.findall(text), word.sub(lambda match: match[0].upper(), text), re.split(r"[\s:\[\]]+", text))


def strings():
    words = [f"Wort{n}" for n in range(400)]

    def run():
        text = " ".join(words)
        parts = [part.strip().lower().replace("w", "v") for part in text.split(" ")]
        lines = "".join("%-12s|%5d|%s\n" % (part, len(part), part[::-1]) for part in parts)
        return lines.encode("utf-16").decode("utf-16").count("vort") + len(f"{lines!r:>9000}") + text.find("Wort399")

    return run


def dicts_and_lists():
    numbers = [(n * 7919) % 1009 for n in range(2000)]

    def run():
        groups = {}
        for number in numbers:
            groups.setdefault(number % 37, []).append(number)
        ordered = sorted(groups.items(), key=lambda item: (len(item[1]), -item[0]))
        flat = [number for _, group in ordered for number in sorted(set(group))]
        return {number: index for index, number in enumerate(flat)} | dict.fromkeys(flat[:10]), flat[::-2], sum(flat)

    return run


def classes():
    class Shape:
        count = 0

        def __init__(self, width, height):
            self.width, self.height = width, height

        @property
        def area(self):
            return self.width * self.height

        def scaled(self, factor):
            return type(self)(self.width * factor, self.height * factor)

        def __eq__(self, other):
            return self.area == other.area

    class Square(Shape):
        def __init__(self, width, height=None):
            super().__init__(width, width)
            Square.count += 1

    def run():
        shapes = [Square(n) if n % 2 else Shape(n, n + 1) for n in range(300)]
        grown = [shape.scaled(2) for shape in shapes]
        return sum(shape.area for shape in grown if isinstance(shape, Square)), shapes[3] == grown[3]

    return run


def numbers():
    def run():
        x, y, vx, vy = 1.0, 0.0, 0.0, 0.9
        for _ in range(3000):
            distance = (x * x + y * y) ** 1.5
            vx -= x / distance * 0.001
            vy -= y / distance * 0.001
            x += vx * 0.001
            y += vy * 0.001
        return x, y, sum(n * n % 7 for n in range(3000))

    return run


def big_integers():
    def run():
        product = 1
        for n in range(1, 400):
            product *= n
        return len(str(product)), pow(3, 10**40, 10**41 + 7), (product << 64) // 3**200, int("9" * 600) % 977

    return run


def hashing():
    import hashlib

    block = bytes(range(256)) * 256

    def run():
        small = [hashlib.sha256(b"%d" % n).hexdigest() for n in range(50)]
        return small, hashlib.sha1(block).digest(), hashlib.md5(block).digest()

    return run


def compression():
    import zlib

    data = b"".join(b"%d %d\n" % (n, n * n % 1000) for n in range(8000))
    return lambda: zlib.crc32(zlib.decompress(zlib.compress(data)))


CASES = {
    "json": json_documents,
    "regular expressions": regular_expressions,
    "strings": strings,
    "dicts and lists": dicts_and_lists,
    "classes": classes,
    "numbers": numbers,
    "big integers": big_integers,
    "hashing": hashing,
    "zlib": compression,
}


def mean(run, seconds):
    runs = 0
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < seconds:
        run()
        runs += 1
    return passed / runs


case = CASES[sys.argv[1]]()
print(mean(case, FIRST_SECONDS), mean(case, WARM_SECONDS))
