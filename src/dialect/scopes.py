"""Names and what binds them, as far as telling an unbound name from the script's own needs it."""

__all__ = ["Scope"]


class Scope:
    """A module, class, function or comprehension.

    `names` maps a bound name to what it was bound to: dotted names of modules
    and members imported, None for anything else.
    """

    __slots__ = ("parent", "module", "is_class", "names", "global_names")

    def __init__(self, parent: "Scope | None" = None, is_class: bool = False) -> None:
        self.parent = parent
        self.module = parent.module if parent else self
        self.is_class = is_class
        self.names: dict = {}
        self.global_names: set = set()

    def bind(self, name: str, imported: "str | None" = None) -> None:
        scope = self.module if name in self.global_names else self
        scope.names.setdefault(name, set()).add(imported)

    def find(self, name: str) -> "set | None":
        """What `name` is bound to where this scope uses it, None if nothing in the script binds it."""
        scope = self.module if name in self.global_names else self
        while scope:
            if name in scope.names and (scope is self or not scope.is_class):
                return scope.names[name]
            scope = scope.parent
        return None

    def module_name(self, name: str) -> str:
        """The module that `name` surely is here, '' if it may be anything else."""
        found = self.find(name)
        return (next(iter(found)) or "") if found and len(found) == 1 else ""
