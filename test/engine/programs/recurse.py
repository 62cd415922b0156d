"""Recurses without end in every way it knows, deeper than any stack; prints what each came to."""

import ast
import copy
import functools
import itertools
import json
import pickle
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.setrecursionlimit(10**6)
DEEP = 100_000


def nest(make):
    value = make(None)
    for _ in range(DEEP):
        value = make(value)
    return value


def chain(step):
    iterator = iter([1])
    for _ in range(DEEP):
        iterator = step(iterator)
    next(iterator)


@functools.cache
def cached(n):
    return 0 if n == 0 else cached(n - 1) + 1


def by_key(n):
    return n and sorted([1], key=lambda _: by_key(n - 1)) and 0


def endless(**methods):
    return type("Endless", (), methods)()


WAYS = {
    "elif": lambda: exec("x = 5\nif x == 0: pass\n" + "".join(f"elif x == {i}: pass\n" for i in range(5000))),
    "sum": lambda: eval("+".join(["1"] * DEEP)),
    "not": lambda: eval("not " * DEEP + "1"),
    "negative": lambda: eval("-" * DEEP + "1"),
    "power": lambda: eval("1" + "**1" * DEEP),
    "lambda": lambda: eval("lambda:" * DEEP + "1"),
    "attributes": lambda: eval("DEEP" + ".real" * DEEP),
    "conditional": lambda: eval("1 if 1 else " * DEEP + "1"),
    "tree": lambda: ast.dump(ast.parse("1" + "+1" * DEEP)),
    "repr of lists": lambda: repr(nest(lambda x: [x])),
    "repr of dicts": lambda: repr(nest(lambda x: {1: x})),
    "equality": lambda: nest(lambda x: [x]) == nest(lambda x: [x]),
    "hash": lambda: hash(nest(lambda x: (x,))),
    "freeing": lambda: nest(lambda x: [x]) and None,
    "copying": lambda: copy.deepcopy(nest(lambda x: [x])),
    "pickling": lambda: pickle.dumps(nest(lambda x: [x])),
    "reading json": lambda: json.loads("[" * DEEP + "]" * DEEP),
    "writing json": lambda: json.dumps(nest(lambda x: [x])),
    "reading xml": lambda: ElementTree.fromstring("<a>" * DEEP + "</a>" * DEEP),
    "patterns": lambda: re.compile("(" * DEEP + ")" * DEEP),
    "keys": lambda: by_key(DEEP),
    "cache": lambda: cached(DEEP),
    "map": lambda: chain(lambda it: map(int, it)),
    "chain": lambda: chain(itertools.chain),
    "attribute": lambda: getattr(endless(__getattr__=lambda self, name: getattr(self, name + "x")), "x"),
    "call": lambda: endless(__repr__=lambda self: repr(self)).__repr__(),
    "truth": lambda: bool(endless(__bool__=lambda self: bool(self))),
    "format": lambda: format(endless(__format__=lambda self, spec: format(self, spec))),
    "instance": lambda: isinstance(1, nest(lambda x: (x,) if x else (str,))),
}
for name, way in WAYS.items():
    try:
        way()
        outcome = "ok"
    except BaseException as error:
        outcome = type(error).__name__
    print(f"{name}: {outcome}", flush=True)
