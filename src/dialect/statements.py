"""What the scan does at each kind of statement: binds names, opens scopes, sees marks of syntax and imports."""

import _ast

from .guards import ALL, IMPORTS, NAMES, asks_version, try_guard
from .print_statement import see_print
from .scopes import Scope

__all__ = ["VISITORS", "visit_function"]


def visit_function(scan, node, scope: Scope, guard: int) -> None:
    arguments = node.args
    if arguments.kwonlyargs or arguments.posonlyargs:
        return scan.is_three(node.lineno, "a keyword-only or positional-only parameter")
    parameters = [*arguments.args, *filter(None, (arguments.vararg, arguments.kwarg))]
    if getattr(node, "returns", None) or any(parameter.annotation for parameter in parameters):
        return scan.is_three(node.lineno, "an annotation")
    inner = Scope(scope)
    for parameter in parameters:
        inner.bind(parameter.arg)
    if type(node) is _ast.Lambda:
        scan.each((node.body,), inner, guard)
    else:
        _define(scan, node, scope)
        scan.block(node.body, inner, guard)
        scan.each(node.decorator_list, scope, guard)
    scan.each(arguments.defaults, scope, guard)


def _visit_class(scan, node, scope: Scope, guard: int) -> None:
    if node.keywords:
        return scan.is_three(node.lineno, "a keyword in the head of a class")
    _define(scan, node, scope)
    scan.hand_on(node.bases, scope, guard)
    scan.block(node.body, Scope(scope, is_class=True), guard)
    scan.each(node.bases, scope, guard)
    scan.each(node.decorator_list, scope, guard)


def _define(scan, node, scope: Scope) -> None:
    scope.bind(node.name)
    scan.defined.add(node.name)
    if getattr(node, "type_params", None):
        scan.is_three(node.lineno, "a type parameter")


def _visit_import(scan, node, scope: Scope, guard: int) -> None:
    for alias in node.names:
        top = alias.name.partition(".")[0]
        scope.bind(alias.asname or top, alias.name if alias.asname else top)
        scan.imported(alias.name, node.lineno, guard)


def _visit_import_from(scan, node, scope: Scope, guard: int) -> None:
    if node.module == "__future__":
        scan.is_print_function |= any(alias.name == "print_function" for alias in node.names)
        return
    module = "." * node.level + (node.module or "")
    scan.imported(module, node.lineno, guard)
    for alias in node.names:
        if alias.name == "*":
            scan.may_bind_anything |= module.partition(".")[0] in _HAND_OUT_NAMES or scan.is_beside(module)
            continue
        scope.bind(alias.asname or alias.name, f"{module}.{alias.name}")
        if not guard & IMPORTS:
            scan.member(module, alias.name, node.lineno)


# `from six.moves import *` and its kind bind names of Python 2; so may the script's own modules.
_HAND_OUT_NAMES = frozenset({"", "builtins", "future", "past", "six"})


def _visit_global(scan, node, scope: Scope, guard: int) -> None:
    scope.global_names.update(node.names)


def _visit_try(scan, node, scope: Scope, guard: int) -> None:
    kinds = try_guard(node)
    # After a missing module or name a handler and the `else` know which Python runs.
    known = ALL if kinds & (IMPORTS | NAMES) else guard | kinds
    scan.block(node.finalbody, scope, guard)
    scan.block(node.orelse, scope, known)
    scan.each(node.handlers, scope, known)
    scan.block(node.body, scope, guard | kinds)


def _visit_handler(scan, node, scope: Scope, guard: int) -> None:
    caught = node.type
    if type(caught) is _ast.Tuple and caught.col_offset == caught.elts[0].col_offset:
        _see_bare_tuple(scan, caught.elts, node.lineno, scope)
    if node.name:
        scope.bind(node.name)
    scan.children(node, scope, guard)


def _see_bare_tuple(scan, elements, line: int, scope: Scope) -> None:
    """`except A, b:` binds b in Python 2; Python 3.14 reads two classes (PEP 758), and those have capitals."""
    name = getattr(elements[-1], "id", "A")
    if len(elements) > 2:
        scan.is_three(line, "an except of three without parentheses")
    elif name[0].islower() and not scope.module_name(name):
        scan.is_two(line, "except with a comma")


def _visit_if(scan, node, scope: Scope, guard: int) -> None:
    scan.children(node, scope, ALL if asks_version(node.test) else guard)


def _visit_raise(scan, node, scope: Scope, guard: int) -> None:
    if node.cause:
        return scan.is_three(node.lineno, "raise from")
    if type(node.exc) is _ast.Constant and isinstance(node.exc.value, (str, bytes)):
        scan.is_two(node.lineno, "a string as an exception")
    scan.children(node, scope, guard)


def _visit_expression_statement(scan, node, scope: Scope, guard: int) -> None:
    if not scan.is_print_function:
        see_print(scan, node.value)
    scan.each((node.value,), scope, guard)


def _only_in_three(what: str):
    def visit(scan, node, scope: Scope, guard: int) -> None:
        scan.is_three(node.lineno, what)
    return visit


# What the running interpreter has no node for, it has no syntax for.
_SYNTAX = {
    "AnnAssign": "an annotation", "AsyncFor": "async", "AsyncFunctionDef": "async", "AsyncWith": "async", "Match": "match",
    "Nonlocal": "nonlocal", "TryStar": "except*", "TypeAlias": "a type alias",
}

VISITORS = {
    _ast.ClassDef: _visit_class, _ast.ExceptHandler: _visit_handler, _ast.Expr: _visit_expression_statement,
    _ast.FunctionDef: visit_function, _ast.Global: _visit_global, _ast.If: _visit_if, _ast.Import: _visit_import,
    _ast.ImportFrom: _visit_import_from, _ast.Raise: _visit_raise, _ast.Try: _visit_try,
    **{getattr(_ast, name): _only_in_three(what) for name, what in _SYNTAX.items() if hasattr(_ast, name)},
}
