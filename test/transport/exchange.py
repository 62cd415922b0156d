"""Many values of every kind, from a seed: `write SEED` prints them as marshal writes them, `check SEED` compares with
what standard input has of the same values, and prints the number of those that are equal."""

import marshal
import random
import sys

COUNT = 3000


def main() -> None:
    action, seed = sys.argv[1:]
    dice = random.Random(seed)
    values = [value(dice, 4) for _ in range(COUNT)]
    if action == "write":
        for each in values:
            print(marshal.dumps(each, 2).hex())
    else:
        print(sum(repr(marshal.loads(bytes.fromhex(line))) == repr(each) for line, each in zip(sys.stdin, values, strict=True)))


def value(dice: random.Random, depth: int) -> object:
    kinds = [
        lambda: None,
        lambda: dice.random() < 0.5,
        lambda: number(dice),
        lambda: dice.random() * 10.0 ** dice.randint(-300, 5),
        lambda: dice.randbytes(size(dice)),
        lambda: text(dice),
    ]
    if depth:
        kinds.append(lambda: tuple(value(dice, depth - 1) for _ in range(dice.randint(0, 5))))
        kinds.append(lambda: {text(dice): value(dice, depth - 1) for _ in range(dice.randint(0, 5))})
    return dice.choice(kinds)()


def number(dice: random.Random) -> int:
    return dice.choice((-1, 1)) * dice.getrandbits(dice.randint(1, 200))


def size(dice: random.Random) -> int:
    return dice.choice((0, 1, 5, 100, 300, 5000)) if dice.random() < 0.1 else dice.randint(0, 20)


def text(dice: random.Random) -> str:
    ranges = ((0, 0x7F), (0x80, 0x7FF), (0x800, 0xFFFF), (0xD800, 0xDFFF), (0x10000, 0x10FFFF))
    points: list = []
    for _ in range(size(dice)):
        point = chr(dice.randint(*dice.choice(ranges)))
        # A high and a low surrogate side by side are two characters in Python and one in UTF-16: no host can tell.
        if not (points and "\ud800" <= points[-1] <= "\udbff" and "\udc00" <= point <= "\udfff"):
            points.append(point)
    return "".join(points)


main()
