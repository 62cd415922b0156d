"""Makes the objects that slots.ts compares, and says where they are (CPython: id() is the address)."""

import io
import json
import sys

WRAPPERS = {"None": None, "": "", "n": "\n", "r": "\r", "rn": "\r\n"}


def wrapper(newline):
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=newline)


kept = {name: wrapper(newline) for name, newline in WRAPPERS.items()}
with open(sys.argv[1], "w") as report:
    json.dump(
        {
            "textType": id(io.TextIOWrapper),
            "osErrorType": id(OSError),
            "textSize": io.TextIOWrapper.__basicsize__,
            "dictOffset": io.TextIOWrapper.__dictoffset__,
            "wrappers": {name: id(kept[name]) for name in kept},
        },
        report,
    )
