"""What the scan does at each kind of expression: collects uses of names and attributes, sees marks of syntax."""

import _ast

from .guards import ALL, ATTRIBUTES, NAMES, asks_version
from .marks import (
    PYTHON2_ATTRIBUTES, PYTHON2_CODECS, PYTHON2_METHODS, PYTHON2_NAMES, PYTHON3_ATTRIBUTES, PYTHON3_METHODS, PYTHON3_NAMES,
)
from .scopes import Scope
from .statements import visit_function

__all__ = ["VISITORS"]

_NAMES = PYTHON2_NAMES | PYTHON3_NAMES
_ATTRIBUTES = frozenset().union(
    PYTHON2_METHODS, PYTHON3_METHODS, *PYTHON2_ATTRIBUTES.values(), *PYTHON3_ATTRIBUTES.values())


def _visit_name(scan, node, scope: Scope, guard: int) -> None:
    name = node.id
    if type(node.ctx) is not _ast.Load:
        scope.bind(name)
    elif name in _NAMES:
        scan.use(node, scope, guard)
    if name == "print" and not scan.is_print_function and id(node) not in scan.print_names:
        scan.is_three(node.lineno, "print as a function")


def _visit_sequence(scan, node, scope: Scope, guard: int) -> None:
    if type(node.ctx) is _ast.Load:
        scan.hand_on(node.elts, scope, guard)
    scan.each(node.elts, scope, guard)


def _visit_call(scan, node, scope: Scope, guard: int) -> None:
    called, arguments, keywords = node.func, node.args, node.keywords
    if any(type(argument) is _ast.Starred for argument in arguments[:-1]) or any(not keyword.arg for keyword in keywords[:-1]):
        return scan.is_three(node.lineno, "an argument after *arguments")
    if not guard & NAMES:
        _see_keywords(scan, node, scope)
    if type(called) is _ast.Attribute and called.attr in ("encode", "decode") and arguments and not guard & ATTRIBUTES:
        codec = getattr(arguments[0], "value", None)
        if isinstance(codec, str) and codec in PYTHON2_CODECS and not scope.module_name(getattr(called.value, "id", "")):
            scan.is_two(node.lineno, f"the text codec {codec}")
    values = [called, *(getattr(argument, "value", None) if type(argument) is _ast.Starred else argument
                        for argument in arguments), *(keyword.value for keyword in keywords)]
    scan.hand_on(values, scope, guard)
    scan.each(values, scope, guard)


def _see_keywords(scan, node, scope: Scope) -> None:
    called = node.func
    name = getattr(called, "id", None) or getattr(called, "attr", None)
    given = {keyword.arg for keyword in node.keywords}
    if name in ("sort", "sorted") and "cmp" in given:
        scan.is_two(node.lineno, "sorting with cmp")
    elif type(called) is not _ast.Name:
        return
    elif name == "open" and "encoding" in given:
        scan.names.append((name, node.lineno, scope, "open with an encoding"))
    elif name == "super" and not node.args:
        scan.names.append((name, node.lineno, scope, "super without arguments"))


def _visit_attribute(scan, node, scope: Scope, guard: int) -> None:
    if node.attr in _ATTRIBUTES and not guard & ATTRIBUTES and type(node.ctx) is _ast.Load:
        root, middle = node.value, []
        while type(root) is _ast.Attribute:
            middle.append(root.attr)
            root = root.value
        middle.reverse()
        scan.attributes.append((getattr(root, "id", ""), ".".join(middle), node.attr, node.lineno, scope))
    scan.each((node.value,), scope, guard)


def _visit_subscript(scan, node, scope: Scope, guard: int) -> None:
    # `x[...]` and `x[1, ...]` are in both: only elsewhere is an ellipsis a mark.
    index = node.slice.elts if type(node.slice) is _ast.Tuple else [node.slice]
    scan.each([part for part in index if getattr(part, "value", None) is not Ellipsis], scope, guard)
    scan.each((node.value,), scope, guard)


def _visit_dict(scan, node, scope: Scope, guard: int) -> None:
    if None in node.keys:
        return scan.is_three(node.lineno, "** in a display")
    scan.hand_on(node.values, scope, guard)
    scan.children(node, scope, guard)


def _visit_constant(scan, node, scope: Scope, guard: int) -> None:
    if node.value is Ellipsis:
        scan.is_three(node.lineno, "an ellipsis")


def _visit_operation(scan, node, scope: Scope, guard: int) -> None:
    if type(node.op) is _ast.MatMult:
        return scan.is_three(node.lineno, "the operator @")
    scan.children(node, scope, guard)


def _visit_choice(scan, node, scope: Scope, guard: int) -> None:
    scan.children(node, scope, ALL if asks_version(getattr(node, "test", node)) else guard)


def _visit_comprehension(scan, node, scope: Scope, guard: int) -> None:
    scan.children(node, Scope(scope), guard)


def _only_in_three(what: str):
    def visit(scan, node, scope: Scope, guard: int) -> None:
        scan.is_three(node.lineno, what)
    return visit


def _nothing(scan, node, scope: Scope, guard: int) -> None:
    pass


_SYNTAX = {
    "Await": "async", "JoinedStr": "an f-string", "NamedExpr": "the operator :=", "Starred": "* outside a call",
    "TemplateStr": "a t-string", "YieldFrom": "yield from",
}

VISITORS = {
    _ast.Attribute: _visit_attribute, _ast.AugAssign: _visit_operation, _ast.BinOp: _visit_operation,
    _ast.BoolOp: _visit_choice, _ast.Call: _visit_call, _ast.Constant: _visit_constant, _ast.Dict: _visit_dict,
    _ast.DictComp: _visit_comprehension, _ast.GeneratorExp: _visit_comprehension, _ast.IfExp: _visit_choice,
    _ast.Lambda: visit_function, _ast.List: _visit_sequence, _ast.Load: _nothing, _ast.Name: _visit_name,
    _ast.SetComp: _visit_comprehension, _ast.Subscript: _visit_subscript, _ast.Tuple: _visit_sequence,
    **{getattr(_ast, name): _only_in_three(what) for name, what in _SYNTAX.items() if hasattr(_ast, name)},
}
