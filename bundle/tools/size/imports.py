"""Names what each module of the library imports: one JSON object, {module: [[imported, how], …]}.

*how* is "import" where the module cannot be loaded without it, else "later": in a
function, in a `try` that has an alternative, under a condition.
"""

import ast
import json
import os
import sys

LIBRARY = os.path.dirname(os.__file__)


def main() -> None:
    sources = dict(find(LIBRARY, ""))
    graph = {name: sorted(imports(name, is_package, tree, sources)) for name, (is_package, tree) in sources.items()}
    json.dump(graph, sys.stdout)


def find(folder: str, package: str):
    for entry in sorted(os.listdir(folder)):
        path = os.path.join(folder, entry)
        name, extension = os.path.splitext(entry)
        if extension == ".py":
            dotted = package.removesuffix(".") if name == "__init__" else package + name
            if dotted:
                with open(path, "rb") as file:
                    yield dotted, (name == "__init__", ast.parse(file.read()))
        elif os.path.exists(os.path.join(path, "__init__.py")):
            yield from find(path, package + entry + ".")


def imports(name: str, is_package: bool, tree: ast.AST, known: dict) -> set:
    found = {}
    pending = [(tree, "import")]
    while pending:
        node, how = pending.pop()
        for imported in named(node, name, is_package, known):
            if found.get(imported) != "import":
                found[imported] = how
        inside = how if isinstance(node, (ast.Module, ast.ClassDef, ast.With)) else "later"
        pending += [(child, inside) for child in ast.iter_child_nodes(node)]
    found.pop(name, None)
    return set(found.items())


def named(node: ast.AST, name: str, is_package: bool, known: dict):
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            parts = name.split(".")
            parts = parts[:len(parts) - node.level + (1 if is_package else 0)]
            base = ".".join([*parts, *([node.module] if node.module else [])])
        submodules = [f"{base}.{alias.name}" for alias in node.names if f"{base}.{alias.name}" in known]
        yield from submodules or [base]


main()
