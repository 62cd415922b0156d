"""Writes the library's sources without comments and docstrings; run by the engine itself.

The plan (JSON, named by the first argument): ``library``, the folder; ``target``,
where the copy goes; ``docstrings``, modules that keep theirs.  Every other token
stays in its line and column, so tracebacks show those of CPython's own files, and code compiles to the same but for
``__doc__``: that is compared for each file, and the build stops where it does not hold.
"""

import ast
import io
import json
import os
import sys
import tokenize

from os.path import dirname, join, relpath


def blank(source: bytes, keep_docstrings: bool) -> str:
    text = io.TextIOWrapper(io.BytesIO(source), tokenize.detect_encoding(io.BytesIO(source).readline)[0]).read()
    tree = ast.parse(text)
    lines = text.split("\n")
    if not keep_docstrings:
        for owner in ast.walk(tree):
            if isinstance(owner, OWNERS) and ast.get_docstring(owner, clean=False) is not None:
                blank_docstring(lines, owner)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column].rstrip()
    blanked = "\n".join(lines)
    check_same(tree, ast.parse(blanked), keep_docstrings)
    return blanked


OWNERS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def blank_docstring(lines: list, owner) -> None:
    """One that is all of a body becomes `0`, which compiles to nothing, at the place where it ended: so does the body."""
    node = owner.body[0]
    first, last = node.lineno - 1, node.end_lineno - 1
    head = lines[first].encode()[:node.col_offset].decode()
    rest = lines[last].encode()[node.end_col_offset:].decode()
    stands_alone = not head.strip() and not rest.strip().startswith(";")
    instead = "" if stands_alone and (len(owner.body) > 1 or isinstance(owner, ast.Module)) else "0"
    width = node.end_col_offset - (node.col_offset if first == last else 0)
    for row in range(first, last):
        lines[row] = ""
    if first == last:
        lines[last] = f"{head}{instead:>{width}}{rest}".rstrip()
    elif not instead:
        lines[last] = ""
    else:
        lines[first] = head.rstrip()
        lines[last] = f"{instead:>{width}}{rest}".rstrip()


def check_same(before: ast.AST, after: ast.AST, keep_docstrings: bool) -> None:
    if not keep_docstrings:
        for tree in (before, after):
            for owner in ast.walk(tree):
                if isinstance(owner, OWNERS) and owner.body and is_blankable(owner.body[0]):
                    owner.body.pop(0)
    if ast.dump(before, include_attributes=True) != ast.dump(after, include_attributes=True):
        raise ValueError("the source without comments and docstrings is another program")


def is_blankable(node) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and (
        isinstance(node.value.value, str) or node.value.value == 0)


def main() -> None:
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    keep = frozenset(plan["docstrings"])
    for folder, folders, files in os.walk(plan["library"]):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        for name in sorted(each for each in files if each.endswith(".py")):
            path = relpath(join(folder, name), plan["library"])
            module = path[:-3].replace(os.sep, ".").removesuffix(".__init__")
            with open(join(folder, name), "rb") as source:
                try:
                    text = blank(source.read(), module in keep)
                except (ValueError, SyntaxError) as error:
                    raise ValueError(f"{path}: {error}") from error
            os.makedirs(dirname(join(plan["target"], path)), exist_ok=True)
            with open(join(plan["target"], path), "w", encoding="utf-8", newline="\n") as target:
                target.write(text)


main()
