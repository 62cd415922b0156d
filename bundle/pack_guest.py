"""Compiles the guest's modules for bundles; run by the engine itself, without columns in its tables of lines.

The plan (JSON, named by the first argument): ``sources``, as guest-sources.ts lists
them; ``target``, a file of the same form as prepare_library.py's.  Docstrings stay
away, and so do the columns of each instruction: no traceback shows a line of these
modules, and the two are half of their code when it is compressed.
"""

import ast
import json
import marshal
import struct
import sys

OWNERS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def without_docstrings(source: bytes) -> ast.Module:
    tree = ast.parse(source)
    for owner in ast.walk(tree):
        if isinstance(owner, OWNERS) and ast.get_docstring(owner, clean=False) is not None:
            docstring = owner.body.pop(0)
            if not owner.body and not isinstance(owner, ast.Module):
                owner.body.append(ast.copy_location(ast.Pass(), docstring))
    return tree


def check_columns(code) -> None:
    """The build's Python was told to write none (PyConfig.code_debug_ranges)."""
    if any(column is not None for *_, column, _ in code.co_positions()):
        raise ValueError(f"{code.co_filename} has columns")


def main() -> None:
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    entries = []
    for source in plan["sources"]:
        with open(source["file"], "rb") as file:
            tree = without_docstrings(file.read())
        code = compile(tree, f"<py-runner {source['name']}>", "exec", dont_inherit=True)
        check_columns(code)
        entries.append((source, marshal.dumps(code)))
    head = json.dumps([{**{key: s[key] for key in s if key != "file"}, "size": len(code)} for s, code in entries]).encode()
    with open(plan["target"], "wb") as file:
        file.write(struct.pack("<I", len(head)) + head + b"".join(code for _, code in entries))


main()
