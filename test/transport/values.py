"""The values of golden.json on CPython's side, and what its own marshal says to the bytes that stand there.

Prints a line for each: its name, and "ok" or how the two differ.
"""

import json
import marshal
import pathlib

VERSION = 2  # what both ends speak


def text(*parts: str) -> str:
    """A string that CPython has not interned: those are marshalled with another mark."""
    return "".join(parts)


VALUES = {
    "none": None,
    "true": True,
    "false": False,
    "zero": 0,
    "one": 1,
    "minus one": -1,
    "largest of 32 bits": 2**31 - 1,
    "smallest of 32 bits": -(2**31),
    "one more": 2**31,
    "one less": -(2**31) - 1,
    "largest exact number": 2**53 - 1,
    "smallest exact number": -(2**53) + 1,
    "one more than exact": 2**53,
    "2 to the 63": 2**63,
    "minus 2 to the 64": -(2**64),
    "a long one": 10**40 + 7,
    "one and a half": 1.5,
    "a tenth": 0.1,
    "minus zero": -0.0,
    "infinity": float("inf"),
    "minus infinity": float("-inf"),
    "a large fraction": 2.0**52 - 0.5,
    "smallest float": 5e-324,
    "no bytes": b"",
    "all bytes": bytes(range(256)),
    "two words": text("two ", "words"),
    "with NUL": text("a\0", "b c"),
    "latin": text("caf\xe9 ", "au lait"),
    "three bytes each": text("漢字", "仮名"),
    "four bytes each": text("🐍 and ", "🦊"),
    "a lone byte": text("raw \udcff ", "name"),
    "a lone high one": text("x \ud800 ", "y"),
    "two lone ones in the wrong order": text("x \udc0d", "\ud83d y"),
    "last of each length": text("\x7f\x80\u07ff", "\u0800\uffff\U00010000\U0010ffff"),
    "no items": (),
    "nested": (1, (None, (True, b"\1\2\3")), text("in ", "depth")),
    "no entries": {},
    "entries": {
        text("second ", "key"): 2,
        text("first ", "key"): (1.5, None),
        text("a key ", "with é"): {text("inner ", "key"): -7},
    },
    "request": (text("stream", ".read"), 7, 65536, b"\xff\0", {text("some ", "option"): True}),
}


def main() -> None:
    golden = json.loads((pathlib.Path(__file__).parent / "golden.json").read_text())["values"]
    for name in sorted(golden.keys() | VALUES.keys()):
        print(f"{name}: {judge(name, golden)}")


def judge(name: str, golden: dict) -> str:
    if name not in golden or name not in VALUES:
        return "is only on one side"
    data, value = bytes.fromhex(golden[name]), VALUES[name]
    if marshal.dumps(value, VERSION) != data:
        return f"is written as {marshal.dumps(value, VERSION).hex()}"
    read = marshal.loads(data)
    # repr tells 1 from True and 0.0 from -0.0.
    return "ok" if repr(read) == repr(value) else f"is read as {read!r}"


if __name__ == "__main__":
    main()
