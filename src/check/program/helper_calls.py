"""Calls of `scripthelper` that cannot work: a function that it lacks, arguments that the function does not take.

The module that scripts would import is asked itself, so this knows what it has.
"""

import ast
import difflib
import inspect

from constants import Names

__all__ = ["find"]

_MODULE = "scripthelper"


def find(tree: ast.AST) -> list:
    """The problems, one for each place."""
    names = Names(tree)
    if not any(_imports_it(node) for node in ast.walk(tree)):
        return []
    import scripthelper
    problems = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == _MODULE and not node.level:
            problems += [_unknown(alias.name, node.lineno, scripthelper) for alias in node.names if alias.name != "*"]
        elif isinstance(node, ast.Attribute):
            parts = names.dotted(node).split(".")
            if parts[0] == _MODULE and len(parts) == 2:
                problems.append(_unknown(parts[1], node.lineno, scripthelper))
        elif isinstance(node, ast.Call):
            parts = names.dotted(node.func).split(".")
            if parts[0] == _MODULE and len(parts) == 2:
                problems.append(_wrong_arguments(getattr(scripthelper, parts[1], None), parts[1], node))
    return [problem for problem in problems if problem]


def _imports_it(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name == _MODULE for alias in node.names)
    return isinstance(node, ast.ImportFrom) and node.module == _MODULE


def _unknown(name: str, line: int, module) -> "dict | None":
    if hasattr(module, name):
        return None
    offered = sorted(module.__all__)
    near = difflib.get_close_matches(name, offered, 1)
    meant = f"; {near[0]} may be meant" if near else f"; it has {', '.join(offered)}"
    return {"line": line, "kind": "scripthelper", "message": f"scripthelper has no {name}{meant}"}


def _wrong_arguments(function, name: str, call: ast.Call) -> "dict | None":
    if not callable(function) or any(isinstance(argument, ast.Starred) for argument in call.args):
        return None
    if any(keyword.arg is None for keyword in call.keywords):  # **words
        return None
    try:
        signature = inspect.signature(function)
    except ValueError:
        return None
    try:
        signature.bind(*call.args, **{keyword.arg: keyword.value for keyword in call.keywords})
    except TypeError as error:
        message = f"scripthelper.{name}: {error}; it is {name}{_short(signature)}"
        return {"line": call.lineno, "kind": "scripthelper", "message": message}
    return None


def _short(signature: inspect.Signature) -> inspect.Signature:
    """Without annotations: names and defaults."""
    empty = inspect.Parameter.empty
    parameters = [parameter.replace(annotation=empty) for parameter in signature.parameters.values()]
    return signature.replace(parameters=parameters, return_annotation=empty)
