"""How deep nesting and recursion go in the interpreter that runs this, at its own recursion limit.

The argument names a kind.  Prints the largest depth that worked (searched up to
CAP, to one percent) and the exception beyond it.  CAP itself is tried first: it
must raise as well, and not end the process.
"""

import functools
import json
import sys

CAP = 100_000
REFUSALS = (RecursionError, MemoryError, SyntaxError)


def elif_chain(n):
    compile("if x == 0: pass\n" + "".join(f"elif x == {i}: pass\n" for i in range(n)), "<depth>", "exec")


def sum_of_terms(n):
    compile("x" + " + x" * n, "<depth>", "eval")


def nested_calls(n):
    compile("f(" * n + ")" * n, "<depth>", "eval")


def nested_lists(n):
    compile("[" * n + "]" * n, "<depth>", "eval")


def json_loads(n):
    json.loads("[" * n + "]" * n)


def repr_of_lists(n):
    repr(functools.reduce(lambda inner, _: [inner], range(n), []))


def hash_of_tuples(n):
    hash(functools.reduce(lambda inner, _: (inner,), range(n), ()))


def chain_of_maps(n):
    next(functools.reduce(lambda inner, _: map(int, inner), range(n), iter([1])))


def plain_recursion(n):
    return 0 if n == 0 else plain_recursion(n - 1) + 1


def sorted_with_key(n):
    sorted([n], key=lambda _: sorted_with_key(n - 1) if n else 0)


def repr_method(n):
    class Node:
        def __init__(self, depth):
            self.depth = depth

        def __repr__(self):
            return repr(Node(self.depth - 1)) if self.depth else "end"

    repr(Node(n))


def lru_cache(n):
    @functools.lru_cache(maxsize=None)
    def count(k):
        return count(k - 1) + 1 if k else 0

    count(n)


def attempt(kind, depth):
    try:
        kind(depth)
    except REFUSALS as error:
        return type(error).__name__
    return ""


def search(kind):
    """The largest depth that works, and what the next one raises ("" when CAP works)."""
    good, bad, refusal = 0, CAP, attempt(kind, CAP)
    if not refusal:
        return CAP, ""
    while bad - good > max(1, good // 100):
        middle = (good + min(bad, 4 * good + 40)) // 2
        error = attempt(kind, middle)
        if error:
            bad, refusal = middle, error
        else:
            good = middle
    return good, refusal


print(*search(globals()[sys.argv[1]]))
