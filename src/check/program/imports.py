"""What a script imports, and whether it would be there."""

import ast
import importlib.machinery
import os
import sys

import known
from constants import Names
from _pyrunner import absent
from _pyrunner.dialect.guards import IMPORTS, asks_version, try_guard

__all__ = ["Import", "MISSING", "find", "resolve"]

MISSING = frozenset({"missing", "removed", "platform"})


class Import:
    """One module that a script names: where, whether the script can do without it, and what became of it."""

    def __init__(self, module: str, line: int, guarded: bool, relative: bool) -> None:
        self.module = module
        self.line = line
        self.guarded = guarded
        self.relative = relative
        self.place = ""
        self.problems: list = []
        self.notes: list = []

    def facts(self) -> dict:
        return {"module": self.module, "line": self.line, "place": self.place, "guarded": self.guarded}

    def say(self, kind: str, message: str) -> None:
        said = {"line": self.line, "kind": kind, "message": message}
        (self.notes if self.guarded else self.problems).append(said)


def find(tree: ast.AST) -> list:
    """Every import, the first of each module; one in a `try` or under a question for platform or version counts as guarded."""
    found: list = []
    names = Names(tree)
    pending = [(tree, False)]
    while pending:
        node, guarded = pending.pop()
        if isinstance(node, ast.Import):
            found += [Import(alias.name, node.lineno, guarded, False) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += _from(node, guarded)
        elif isinstance(node, ast.Call):
            found += _called(node, guarded)
        for name, value in ast.iter_fields(node):
            inside = guarded or _guards(node, name, names)
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    pending.append((child, inside))
    first: dict = {}
    for each in sorted(found, key=lambda each: (each.guarded, each.line)):
        first.setdefault(each.module, each)
    return sorted(first.values(), key=lambda each: (each.line, each.module))


def _from(node: ast.ImportFrom, guarded: bool):
    if node.level:
        return [Import("." * node.level + (node.module or ""), node.lineno, guarded, True)]
    names = [alias.name for alias in node.names if alias.name != "*"]
    named = [f"{node.module}.{name}" for name in names if _is_submodule(node.module, name)]
    return [Import(module, node.lineno, guarded, False) for module in named or [node.module]]


def _called(node: ast.Call, guarded: bool):
    called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
    if called not in ("__import__", "import_module") or not node.args:
        return []
    name = getattr(node.args[0], "value", None)
    return [Import(name, node.lineno, guarded, False)] if isinstance(name, str) and name.strip(".") == name and name else []


def _guards(node: ast.AST, field: str, names: Names) -> bool:
    if isinstance(node, ast.Try):
        return field == "body" and bool(try_guard(node) & IMPORTS)
    if isinstance(node, (ast.If, ast.IfExp)):
        return field != "test" and (asks_version(node.test) or _asks_platform(node.test, names))
    return False


def _asks_platform(test: ast.AST, names: Names) -> bool:
    return any(names.dotted(node) in _PLATFORM_WORDS for node in ast.walk(test) if isinstance(node, (ast.Attribute, ast.Name)))


_PLATFORM_WORDS = frozenset({
    "os.name", "sys.platform", "platform.system", "platform.platform", "typing.TYPE_CHECKING", "scripthelper.platform",
})


def resolve(found: list, path: str, platforms: list, dialect: int) -> list:
    """The same imports, each with the place that it would come from and what is to say about it."""
    folder = os.path.dirname(path) or "."
    for each in found:
        _resolve(each, folder, platforms, dialect)
    return found


def _resolve(each: Import, folder: str, platforms: list, dialect: int) -> None:
    top = each.module.partition(".")[0]
    if each.relative:
        each.place = "missing"
        each.say("import", f"{each.module}: a script is no package, so a relative import finds nothing")
        return
    if _find(each.module, [folder]):
        each.place = "beside"
        return
    elsewhere = known.not_on(each.module, platforms)
    there = each.module in sys.builtin_module_names or bool(_find(each.module, None))
    if elsewhere:
        each.place = "platform"
        has, lacks = known.only_on(each.module), " and ".join(elsewhere)
        each.say("platform", f"{each.module} is only on {has}, and this script is for {lacks} too")
    elif there or _is_of_python2(each.module, dialect):
        each.place = "library"
    elif known.only_on(each.module):
        each.place = "library"  # not on the machine that looks, but on all that are asked for
    elif top in known.REMOVED:
        each.place = "removed"
        release, instead = known.REMOVED[top]
        each.say("removed", f"{each.module} was removed in Python {release}; {instead}")
    else:
        each.place = "missing"
        each.say("missing", absent.note(each.module) or _explain(each.module, top))


def _explain(module: str, top: str) -> str:
    if top in known.PYTHON2:
        return f"{module} is only in Python 2; Python 3 has {known.PYTHON2[top]}"
    if top in sys.stdlib_module_names:
        return f"{module} is part of Python's library, but not of this one"
    return f"{module} is not part of Python, and no file of that name lies beside the script"


def _is_of_python2(module: str, dialect: int) -> bool:
    """Whether the layer under a Python 2 script has a module that Python 3 lacks."""
    if dialect != 2:
        return False
    from _pyrunner.dialect import python2
    return module in getattr(python2, "MODULES", ())


def _is_submodule(package: str, name: str) -> bool:
    try:
        spec = _find(package, None)
        return bool(spec and spec.submodule_search_locations is not None and _find(f"{package}.{name}", None))
    except ImportError:
        return False


def _find(module: str, path: "list | None"):
    """The module's spec without importing anything, packages above it neither."""
    spec, dotted = None, ""
    for part in module.split("."):
        if dotted and (spec is None or spec.submodule_search_locations is None):
            return None
        path = list(spec.submodule_search_locations) if dotted else path
        dotted = f"{dotted}.{part}" if dotted else part
        if path is not None:
            importlib.machinery.PathFinder.invalidate_caches()
            spec = importlib.machinery.PathFinder.find_spec(dotted, path) or (_find_guest(dotted) if "." in dotted else None)
        else:
            spec = _find_guest(dotted) or importlib.machinery.PathFinder.find_spec(dotted, _LIBRARY)
        if spec is None or spec.loader is None and path is not None and "." not in dotted:
            return None  # a folder without __init__.py that lies beside by chance
    return spec


_LIBRARY = sys.path[1:]  # without this program's own folder


def _find_guest(module: str):
    """Built in, frozen, or what another finder of the guest answers or refuses."""
    for finder in sys.meta_path:
        if finder is not importlib.machinery.PathFinder:
            spec = finder.find_spec(module, None)
            if spec:
                return spec
    return None
