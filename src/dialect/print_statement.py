"""Python 2's print statement, where it happens to parse as an expression of Python 3."""

import _ast

__all__ = ["see_print"]


def see_print(scan, value) -> None:
    """Look at an expression that is a statement.

    In both dialects: `print(…)`. In Python 2 only: `print`, `print >>f, x`,
    `print [x]`, `print -x`, `print (x) % y` and `print (x),`. A print with a
    keyword or with `*` is Python 3's. Which node is the `print` of a statement
    is noted, since any other use of the name is Python 3's too.
    """
    first, operators = value, []
    while True:
        if type(first) is _ast.Tuple and first.elts:
            operators.append("," if len(first.elts) == 1 else ", x")
            first = first.elts[0]
        elif type(first) is _ast.BinOp:
            operators.append("%" if type(first.op) is _ast.Mod else "x")
            first = first.left
        elif type(first) is _ast.Subscript:
            operators.append("[")
            first = first.value
        else:
            break
    if _is_print(first):
        scan.print_names.add(id(first))
        scan.is_two(first.lineno, "the print statement")
    elif type(first) is _ast.Call and _is_print(first.func):
        scan.print_names.add(id(first.func))
        if first.keywords or any(type(argument) is _ast.Starred for argument in first.args):
            scan.is_three(first.lineno, "print with a keyword or *")
        elif first.lineno == first.end_lineno and ("%" in operators or "," in operators):
            scan.is_two(first.lineno, "the print statement")


def _is_print(node) -> bool:
    return type(node) is _ast.Name and node.id == "print"
