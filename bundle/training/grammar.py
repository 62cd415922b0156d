"""One of each: statements, expressions, literals, calls, patterns, classes, generators and errors of the language."""

from __future__ import annotations

import asyncio
import os.path as path, sys
from contextlib import contextmanager, suppress
from enum import Enum, auto
from typing import NamedTuple

x: int = 0x1F + 0b101 + 0o17 + 1_000
y = 1.5e3 - 2j.imag + True
raw, text, data = r"\d+", "tab\t\x41\u00e4\N{BULLET}" "joined", b"\x00\xff" + bytes(3)
a, *rest, (b, c) = [1, 2, 3, (4, 5)]
matrix = [[i * j for j in range(3)] for i in range(3) if i % 2 == 0]
squares = {i: i**2 for i in range(4)} | {"k": -1}
unique = {n // 2 for n in range(9)} - {1} ^ {7}
total = sum(n for n in range(10) if n & 1 or not n)
flags = ~x & 0xFF | 1 << 3 ^ 2
part, step = "hello"[1:-1], [*range(10)][::-2]
wide = f"{x!r:>{4}} {y:+.2f} {text=:.5} {x:#x} {total:,} {'nested ' + f'{part}'} {{}}"
old = "%-5s|%05.1f|%x|%r" % ("a", 2.5, 255, None)
same = x is not None and 0 < x <= 100000 and "e" in part and 3 not in rest
choice = "yes" if same else "no"
maximum = max([3, 1, 2], key=lambda v, *, k=1: -v * k)
if (n := len(text)) > 3 and n != 5:
    pass
elif n:
    del n
else:
    assert n, "never"


class Color(Enum):
    RED = 1
    BLUE = auto()


class Point(NamedTuple):
    x: int
    y: int = 0


class Base:
    """A base with a bit of everything."""

    __slots__ = ("name", "_value")
    registry: dict[str, type] = {}

    def __init_subclass__(cls, /, **options):
        super().__init_subclass__()
        cls.options = options
        Base.registry[cls.__name__] = cls

    def __init__(self, name, value=None):
        self.name, self._value = name, value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new

    @classmethod
    def make(cls, *args, **kwargs):
        return cls(*args, **kwargs)

    @staticmethod
    def helper(first, /, second, *, third=3):
        return first, second, third

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Base) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __getattr__(self, name):
        raise AttributeError(name)

    def __len__(self):
        return 2

    def __iter__(self):
        yield self.name
        yield from (self._value,)

    def __contains__(self, item):
        return item == self.name

    def __getitem__(self, key):
        return (self.name, self._value)[key]

    def __call__(self, *args):
        return args

    def __add__(self, other):
        return NotImplemented if other is None else type(self)(self.name + str(other))

    def __lt__(self, other):
        return self.name < other.name


class Derived(Base, colour="red"):
    def __init__(self, name):
        super().__init__(name, 1)
        self.value = 2


@contextmanager
def opened(name):
    try:
        yield name.upper()
    finally:
        print("closed", name)


def counter():
    count = 0

    def increase(by=1, *more, **named):
        nonlocal count
        count += by + sum(more)
        return count, named

    return increase


def described(value):
    match value:
        case 0 | 1:
            return "bit"
        case [first, *others] if others:
            return f"list from {first}"
        case {"kind": kind, **rest}:
            return kind, rest
        case Point(x=0, y=up):
            return up
        case str() as word:
            return word
        case _:
            return None


def failing(kind):
    try:
        try:
            if kind == 0:
                return 1 / 0
            if kind == 1:
                return [][1]
            if kind == 2:
                return {}["k"]
            if kind == 3:
                return int("x")
            if kind == 4:
                return None.missing
            if kind == 5:
                return undefined  # noqa: F821
            if kind == 6:
                return "a" + 1
            if kind == 7:
                return open("/missing/file")
            if kind == 8:
                return (lambda one: one)()
            if kind == 9:
                raise SystemExit(3)
            raise ValueError("wrong", kind) from KeyError("cause")
        except (ZeroDivisionError, LookupError) as error:
            error.add_note("noted")
            raise RuntimeError("again") from error
        else:
            print("not reached")
    except Exception as error:
        return type(error).__name__, str(error), repr(error)
    except BaseException as error:
        return error.args


async def asynchronous():
    async def produce():
        for i in range(2):
            yield i
            await asyncio.sleep(0)

    return [i async for i in produce()]


def group():
    try:
        raise ExceptionGroup("several", [ValueError(1), TypeError(2)])
    except* ValueError as errors:
        count = len(errors.exceptions)
    except* TypeError:
        pass
    return count


increase = counter()
increase(2, 3, key="v")
print(increase(*[1], **{"z": 1}), Derived.make("d"), Derived("a") + 1, sorted([Derived("b"), Derived("a")]), Base.registry, flags)
print([described(v) for v in (1, [1, 2], {"kind": "k", "n": 1}, Point(0, 5), "w", 2.5)], [failing(k) for k in range(11)], group())
with opened("file") as one, suppress(KeyError):
    print(one, Color.RED.name, Color(2), Derived.helper(1, second=2), "d" in Derived("d"), list(Derived("d")), Derived("d")[0], len(Derived("q")))
while x:
    x -= 1
    if x % 2:
        continue
    if x < 5:
        break
else:
    print("exhausted")
for index, (key, value) in enumerate(sorted(squares.items(), key=str)):
    print(index, key, value, sep=":", end=" ")
print(matrix, unique, total, step, wide, old, choice, maximum, raw, data, a, rest, b, c)
print(text.title(), "a,b;c".replace(";", ",").split(","), " x ".strip().center(5, "*"), "ä".encode("utf-8").hex(), data.decode("latin-1"), "abc".find("c"), "-".join(map(str, reversed([1, 2]))))
print(all([1, []]), any((0, "")), min(3, 2), abs(-3), round(2.5), divmod(7, 2), pow(2, 10, 1000), list(zip("ab", range(2))), list(filter(None, [0, 1])), chr(8364), ord("a"), bin(5), hex(255), isinstance(x, (int, str)), callable(print), vars(Point(1)._asdict().__class__).get("x"), hash("a") is None, id(x) > 0, type(x), dir(Color)[:1])
eval("x + 1", {"x": 1})
exec("z = [i for i in range(3)]\nprint(z)")
compile("def f(): return 1\n", "<text>", "exec")
print(asyncio.iscoroutinefunction(asynchronous) if sys.version_info < (3, 14) else path.join("a", "..", "b"), path.abspath(path.curdir) != "", file=sys.stderr)
if __name__ == "__main__":
    sys.exit(0)
