"""What protects a mark: code that runs under one Python only, or that has an alternative.

A guarded mark says nothing about the dialect. A guard is a sum of the kinds of
marks that it protects.
"""

import _ast

__all__ = ["ALL", "ATTRIBUTES", "IMPORTS", "NAMES", "asks_version", "leaves", "try_guard"]

IMPORTS, NAMES, ATTRIBUTES = 1, 2, 4
ALL = IMPORTS | NAMES | ATTRIBUTES

_GUARDS = {
    "AttributeError": ATTRIBUTES, "ImportError": IMPORTS, "LookupError": ATTRIBUTES, "ModuleNotFoundError": IMPORTS,
    "NameError": NAMES,
}
_BROAD = frozenset({"Exception", "BaseException", "StandardError", ""})
_VERSION_ATTRIBUTES = frozenset({"version_info", "hexversion", "python_version", "python_version_tuple", "PY2", "PY3"})
_ENDINGS = frozenset({"exit", "quit", "_exit", "abort"})


def _names_version(name: str) -> bool:
    """Whether it has py3, PYTHON_2 and the like in it: without `re`, which is more than this rule is otherwise."""
    name = name.lower()
    if "version_info" in name or "python_version" in name:
        return True
    return any(rest.removeprefix("thon").removeprefix("_")[:1] in ("2", "3") for rest in name.split("py")[1:])


def try_guard(node) -> int:
    """The kinds of marks that the handlers of a `try` have an alternative for.

    A handler that gives up (raises, exits) is none. One that catches everything
    guards only imports, and only if little else is tried: programs wrap their
    whole body in such a `try`.
    """
    only_imports = all(map(_is_import, node.body))
    guard = 0
    for handler in node.handlers:
        if _gives_up(handler.body):
            continue
        for name in _caught(handler.type):
            if name in _BROAD:
                guard |= IMPORTS if only_imports else 0
            else:
                guard |= _GUARDS.get(name, 0)
    return guard


def asks_version(test) -> bool:
    """Whether an expression depends on which Python runs: sys.version_info, PY3, hasattr(x, 'y')."""
    pending = [test]
    while pending:
        node = pending.pop()
        kind = type(node)
        if kind is _ast.Name and (node.id == "hasattr" or _names_version(node.id)):
            return True
        if kind is _ast.Attribute:
            if node.attr in _VERSION_ATTRIBUTES or node.attr == "version" and getattr(node.value, "id", "") == "sys":
                return True
            pending.append(node.value)
        elif kind is _ast.BoolOp:
            pending.extend(node.values)
        elif kind is _ast.UnaryOp:
            pending.append(node.operand)
        elif kind is _ast.Compare:
            pending.extend((node.left, *node.comparators))
        elif kind is _ast.Subscript:
            pending.append(node.value)
        elif kind is _ast.Call:
            pending.extend((node.func, *node.args))
    return False


def leaves(statements) -> bool:
    """Whether a block ends by leaving its function or loop turn, so that what follows is its `else`."""
    return isinstance(statements[-1], (_ast.Return, _ast.Continue, _ast.Break))


def _caught(expression):
    """The names of the exceptions in a handler's head, '' for all of them."""
    if expression is None:
        return [""]
    elements = expression.elts if isinstance(expression, _ast.Tuple) else [expression]
    return [getattr(element, "id", None) or getattr(element, "attr", "other") for element in elements]


def _gives_up(statements) -> bool:
    last = statements[-1]
    if isinstance(last, _ast.Raise):
        return True
    called = last.value.func if isinstance(last, _ast.Expr) and isinstance(last.value, _ast.Call) else None
    return (getattr(called, "id", None) or getattr(called, "attr", None)) in _ENDINGS



def _is_import(statement) -> bool:
    """An import, or an assignment that gives what was imported a name."""
    if isinstance(statement, _ast.Assign):
        return isinstance(statement.value, (_ast.Attribute, _ast.Constant, _ast.Name))
    return isinstance(statement, (_ast.Import, _ast.ImportFrom))
