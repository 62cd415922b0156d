"""Makes the objects that slots.ts compares, and says where they are (CPython: id() is the address)."""

import _sre
import io
import itertools
import json
import sys
import types
import xml.etree.ElementTree

WRAPPERS = {"None": None, "": "", "n": "\n", "r": "\r", "rn": "\r\n"}


# Iterators that ask another one, which may be of their own kind, and so on without end.
_SOURCES = ("count", "repeat", "product", "permutations", "combinations", "combinations_with_replacement")  # ask nobody
ITERATORS = [map, filter, zip, enumerate, types.GeneratorType] + [
    value for name, value in vars(itertools).items()
    if isinstance(value, type) and not name.startswith("_") and name not in _SOURCES
]


async def coroutine():
    pass


async def generator():
    yield


def awaited_types():
    """What stands between one coroutine and the next; only calls make them."""
    one, many = coroutine(), generator()
    waits = [one.__await__(), many.asend(None), many.athrow(ValueError), anext(many, None)]
    for wait in waits:
        wait.close()
    return [type(wait) for wait in waits]


ITERATORS += awaited_types()

# Methods and functions in C that call themselves by a way that asks for no stack.
METHODS = {
    "generator.close": types.GeneratorType.close,
    "generator.throw": types.GeneratorType.throw,
    "Element.__deepcopy__": xml.etree.ElementTree.Element.__deepcopy__,
}
FUNCTIONS = {"_sre.compile": _sre.compile}


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
            "iterators": [id(type) for type in ITERATORS],
            "hashed": [id(tuple), id(slice)],
            "methods": {name: id(method) for name, method in METHODS.items()},
            "functions": {name: id(function) for name, function in FUNCTIONS.items()},
            "senders": [id(types.GeneratorType)],
            "wrappers": {name: id(kept[name]) for name in kept},
        },
        report,
    )
