"""One pass over a script's tree, looking for what only Python 2 or only Python 3 has.

Marks of syntax and imports count where they are seen; names and attributes are
judged when all bindings are known. Nothing recurses: a tree may be as deep as
the parser allows.
"""

import _ast
import os
import sys

from . import expressions, marks, statements
from .guards import ALL, IMPORTS, NAMES, asks_version, leaves
from .scopes import Scope

__all__ = ["scan"]


def scan(tree, filename: str) -> "tuple[int, str]":
    """The dialect, 2 or 3, and the reason for it."""
    found = _Scan(filename)
    found.run(tree)
    if found.three:
        return 3, f"line {found.three[0]}: {found.three[1]} is only in Python 3"
    if found.two:
        return 2, f"line {found.two[0]}: {found.two[1]} is only in Python 2"
    return 3, "it has no mark of Python 2"


_VISITORS = {**statements.VISITORS, **expressions.VISITORS}


class _Scan:
    """What has been seen so far. The visitors get it, a node, the node's scope and the guard over it."""

    def __init__(self, filename: str) -> None:
        self.folder = os.path.dirname(filename)
        self.two = self.three = None  # (line, what), the first of each
        self.names: list = []  # (name, line, scope, what it would show)
        self.attributes: list = []  # (root's name or '', dotted middle, attribute, line, scope)
        self.defined: set = set()  # functions, methods and classes
        self.guarded_names: set = set()  # who guards a name once, knows that it may be missing
        self.print_names: set = set()  # ids of the nodes that are print statements
        self.is_print_function = False
        self.may_bind_anything = False
        self.pending: list = []

    def run(self, tree) -> None:
        self.block(tree.body, Scope(), 0)
        while self.pending and not self.three:
            node, scope, guard = self.pending.pop()
            visit = _VISITORS.get(type(node))
            if visit:
                visit(self, node, scope, guard)
            else:
                self.children(node, scope, guard)
        self._judge()

    def is_two(self, line: int, what: str) -> None:
        if not self.two or line < self.two[0]:
            self.two = line, what

    def is_three(self, line: int, what: str) -> None:
        if not self.three or line < self.three[0]:
            self.three = line, what

    # What is pushed last is visited first, so everything is pushed backwards.

    def children(self, node, scope: Scope, guard: int) -> None:
        for field in reversed(node._fields):
            value = getattr(node, field, None)
            if type(value) is not list:
                self.each((value,), scope, guard)
            elif value and isinstance(value[0], _ast.stmt):
                self.block(value, scope, guard)
            else:
                self.each(value, scope, guard)

    def each(self, nodes, scope: Scope, guard: int) -> None:
        for node in reversed(nodes):
            if isinstance(node, _ast.AST):
                self.pending.append((node, scope, guard))

    def block(self, body, scope: Scope, guard: int) -> None:
        guarded = []
        for statement in body:
            guarded.append((statement, scope, guard))
            if type(statement) is _ast.If and leaves(statement.body) and asks_version(statement.test):
                guard = ALL
        guarded.reverse()
        self.pending.extend(guarded)

    def use(self, node, scope: Scope, guard: int) -> None:
        if guard & NAMES:
            self.guarded_names.add(node.id)
        else:
            self.names.append((node.id, node.lineno, scope, f"the name {node.id}"))

    def hand_on(self, nodes, scope: Scope, guard: int) -> None:
        """Words that count as names of Python 2 where they are called or handed on."""
        for node in nodes:
            if type(node) is _ast.Name and node.id in marks.PYTHON2_WORDS:
                self.use(node, scope, guard)

    def imported(self, module: str, line: int, guard: int) -> None:
        if guard & IMPORTS:
            return
        if marks.is_in(module, marks.PYTHON3_MODULES):
            if not self.is_beside(module):
                self.is_three(line, f"the module {module}")
        elif marks.is_in(module, marks.PYTHON2_MODULES) and not self.is_beside(module):
            self.is_two(line, f"the module {module}")

    def member(self, module: str, name: str, line: int) -> None:
        if name in marks.PYTHON3_ATTRIBUTES.get(module, ()):
            self.is_three(line, f"{module}.{name}")
        elif name in marks.PYTHON2_ATTRIBUTES.get(module, ()):
            self.is_two(line, f"{module}.{name}")

    def is_beside(self, module: str) -> bool:
        """Whether the script's own folder has that module: it is found before the library's."""
        path = os.path.join(self.folder, module.partition(".")[0])
        return os.path.isfile(path + ".py") or os.path.isfile(os.path.join(path, "__init__.py"))

    def _judge(self) -> None:
        for name, line, scope, what in self.names:
            if self.may_bind_anything or name in self.guarded_names or scope.find(name) is not None:
                continue
            if name in marks.PYTHON2_NAMES or name in marks.PYTHON2_WORDS:
                self.is_two(line, what)
            else:
                self.is_three(line, what)
        for root, middle, attribute, line, scope in self.attributes:
            module = scope.module_name(root) if root else ""
            if module:
                self.member(f"{module}.{middle}" if middle else module, attribute, line)
                if not middle and module.partition(".")[0] not in sys.stdlib_module_names:
                    continue  # six.iteritems and its kind
            if attribute in self.defined:
                continue
            elif attribute in marks.PYTHON3_METHODS:
                self.is_three(line, f"the method {attribute}")
            elif attribute in marks.PYTHON2_METHODS:
                self.is_two(line, f"the attribute {attribute}")
