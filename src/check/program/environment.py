"""The environment variables that a script reads.

    os.environ["A"]          needed: KeyError without it
    os.environ.get("A")      may be missing
    os.getenv("A", "x")      may be missing, with a default
    "A" in os.environ        asked for

Names that are computed are left out: what they are is known when the script runs.
"""

import ast

from constants import Names

__all__ = ["find"]

_ENVIRONMENTS = frozenset({"os.environ", "os.environb"})
_WITH_DEFAULT = frozenset({"os.getenv", "os.getenvb", "os.environ.get", "os.environb.get", "os.environ.pop"})


def find(tree: ast.AST) -> list:
    """One entry for each variable, in the order of first lines: name, line, needed, and its default where it is a string."""
    names = Names(tree)
    found: dict = {}
    asked = {names.string(node.left) for node in ast.walk(tree) if isinstance(node, ast.Compare) and _asks(node, names)}
    for node in ast.walk(tree):
        for name, needed, default in _read(node, names):
            needed = needed and name not in asked  # looked at first
            entry = found.setdefault(name, {"name": name, "line": node.lineno, "needed": False})
            entry["line"] = min(entry["line"], node.lineno)
            entry["needed"] = entry["needed"] or needed
            if default is not None:
                entry.setdefault("default", default)
    return sorted(found.values(), key=lambda entry: (entry["line"], entry["name"]))


def _read(node: ast.AST, names: Names):
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and names.dotted(node.value) in _ENVIRONMENTS:
        yield from _named(names.string(node.slice), True, None)
    elif isinstance(node, ast.Call) and node.args:
        called = names.dotted(node.func)
        if called in _WITH_DEFAULT:
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            default = node.args[1] if len(node.args) > 1 else keywords.get("default")
            needed = called == "os.environ.pop" and default is None
            yield from _named(names.string(node.args[0]), needed, names.string(default))
        elif called == "scripthelper.env":
            has_default = len(node.args) > 1 or any(keyword.arg == "default" for keyword in node.keywords)
            yield from _named(names.string(node.args[0]), not has_default, None)
    elif isinstance(node, ast.Compare) and _asks(node, names):
        yield from _named(names.string(node.left), False, None)


def _asks(node: ast.Compare, names: Names) -> bool:
    return isinstance(node.ops[0], (ast.In, ast.NotIn)) and names.dotted(node.comparators[0]) in _ENVIRONMENTS


def _named(name: "str | None", needed: bool, default: "str | None"):
    if name is not None:
        yield name, needed, default
