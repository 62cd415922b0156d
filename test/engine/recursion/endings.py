"""Runs kinds of recursion at growing depths and prints how each ended: ``kind depth ok`` or the exception's class.

Words: ``--names`` prints the kinds instead; a number is the recursion limit; a name limits the run to that kind.
"""

import gc
import sys

DEPTHS = (20, 90, 30_000)


def run(namespace: dict) -> None:
    """Kinds are the public functions of *namespace* that take a depth."""
    kinds = {
        name: value for name, value in namespace.items()
        if callable(value) and getattr(value, "__module__", None) == "__main__" and not name.startswith("_")
    }
    words = sys.argv[1:]
    if words == ["--names"]:
        print(*kinds, sep="\n")
        return
    wanted = [word for word in words if not word.isdigit()]
    limits = [int(word) for word in words if word.isdigit()] or [sys.getrecursionlimit()]
    for name in wanted or kinds:
        sys.setrecursionlimit(limits[0])
        for depth in DEPTHS:
            print(name, depth, _ending(kinds[name], depth), flush=True)
        gc.collect()


def _ending(kind, depth: int) -> str:
    try:
        kind(depth)
    except BaseException as error:
        return type(error).__name__
    return "ok"
