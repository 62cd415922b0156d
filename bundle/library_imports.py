"""What each module of the library and of the guest imports, from its source; run by the engine itself.

The plan (JSON, named by the first argument): ``library``, the folder, or ''; ``sources``,
the guest's modules as [name, file, is_package]; ``known``, names of modules that are
neither; ``target``, where the answer goes:
for each module its file within the library ('' for none), and its imports in three
kinds.  `needed`: executed with the module.  `deferred`: inside a function.
`guarded`: in a try that catches ImportError, or under a question for the platform,
the type checker or being the main program.  `fallbacks` are in the handler of such
a try, each with what was tried: they are needed where one of that is not there.
"""

import ast
import json
import os
import sys

NEEDED, DEFERRED, GUARDED = "needed", "deferred", "guarded"
CATCHES = frozenset({"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})
QUESTIONS = frozenset({"TYPE_CHECKING", "__name__", "platform", "name", "_mswindows", "MS_WINDOWS", "_can_fork_exec"})
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def library_modules(library: str):
    """Yields (name, path, is_package) for every source file."""
    for folder, folders, files in os.walk(library):
        folders[:] = sorted(each for each in folders if each not in ("__pycache__", "site-packages"))
        for name in sorted(files):
            if name.endswith(".py"):
                parts = os.path.relpath(os.path.join(folder, name), library)[:-3].split(os.sep)
                is_package = parts[-1] == "__init__"
                yield ".".join(parts[:-1] if is_package else parts), os.path.join(folder, name), is_package


class Imports(ast.NodeVisitor):
    """Collects the imports of one module."""

    def __init__(self, name: str, is_package: bool, known: frozenset) -> None:
        self.package = name if is_package else name.rpartition(".")[0]
        self.known = known
        self.kind = NEEDED
        self.found: dict = {}
        self.fallbacks: list = []

    def add(self, module: str) -> None:
        order = (NEEDED, DEFERRED, GUARDED)
        before = self.found.get(module, GUARDED)
        self.found[module] = min(before, self.kind, key=order.index)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.add(alias.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level:
            parts = self.package.split(".")
            base = ".".join(parts[:len(parts) - node.level + 1])
            module = f"{base}.{module}" if module else base
        self.add(module)
        for alias in node.names:
            if f"{module}.{alias.name}" in self.known:
                self.add(f"{module}.{alias.name}")

    def inside(self, kind: str, nodes: list) -> None:
        before = self.kind
        if before != GUARDED:
            self.kind = kind
        for node in nodes:
            self.visit(node)
        self.kind = before

    def visit_Try(self, node: ast.Try) -> None:
        caught = {name for handler in node.handlers for name in names_caught(handler.type)}
        if caught & CATCHES:
            tried = self.apart(GUARDED, node.body)
            instead = self.apart(self.kind, node.handlers)
            for module, kind in instead.items():
                if kind == NEEDED and tried:
                    self.fallbacks.append([module, sorted(tried)])
        else:
            self.inside(self.kind, [*node.body, *node.handlers])
        self.inside(self.kind, [*node.orelse, *node.finalbody])

    def apart(self, kind: str, nodes: list) -> dict:
        """The imports below `nodes` by themselves; those of a body count as well, as guarded ones."""
        before, self.found = self.found, {}
        self.inside(kind, nodes)
        mine, self.found = self.found, before
        for module in mine:
            self.found.setdefault(module, GUARDED)
        return mine

    def visit_With(self, node: ast.With) -> None:
        text = ast.dump(node.items[0].context_expr)
        kind = GUARDED if "suppress" in text and "ImportError" in text else self.kind
        self.inside(kind, node.body)

    def visit_If(self, node: ast.If) -> None:
        words = {getattr(each, "attr", None) or getattr(each, "id", None) for each in ast.walk(node.test)}
        self.visit(node.test)
        self.inside(GUARDED if words & QUESTIONS else self.kind, [*node.body, *node.orelse])

    def visit_function(self, node) -> None:
        self.inside(DEFERRED, list(ast.iter_child_nodes(node)))

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = visit_function


def names_caught(node) -> set:
    if node is None:
        return {"BaseException"}
    nodes = node.elts if isinstance(node, ast.Tuple) else [node]
    return {getattr(each, "id", "") for each in nodes}


def main() -> None:
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    modules = [(name, path, is_package, os.path.relpath(path, plan["library"]))
               for name, path, is_package in (library_modules(plan["library"]) if plan["library"] else ())]
    modules += [(name, path, is_package, "") for name, path, is_package in plan["sources"]]
    known = frozenset([*plan["known"], *(name for name, *_ in modules)])
    answer: dict = {"builtin": sorted(sys.builtin_module_names), "standard": sorted(sys.stdlib_module_names), "modules": {}}
    for name, path, is_package, file in modules:
        with open(path, "rb") as source:
            imports = Imports(name, is_package, known)
            imports.visit(ast.parse(source.read(), path))
        found = answer["modules"].setdefault(name, {"file": file, "bytes": os.path.getsize(path)})
        for kind in (NEEDED, DEFERRED, GUARDED):
            mine = [each for each, its in imports.found.items() if its == kind]
            found[kind] = sorted({*found.get(kind, ()), *mine})
        found["fallbacks"] = [*found.get("fallbacks", ()), *imports.fallbacks]
    with open(plan["target"], "w") as file:
        json.dump(answer, file, indent=0, sort_keys=True)


main()
