"""What an expression is at a glance: dotted names through the script's own aliases, and constant strings."""

import ast

__all__ = ["Names"]


class Names:
    """The names of a script: what its imports and plain assignments at any level give other names to."""

    def __init__(self, tree: ast.AST) -> None:
        self._dotted: dict = {}
        self._strings: dict = {}
        unclear = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    self._dotted[alias.asname or alias.name.partition(".")[0]] = \
                        alias.name if alias.asname else alias.name.partition(".")[0]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                for alias in node.names:
                    self._dotted[alias.asname or alias.name] = f"{node.module}.{alias.name}"
            elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if name in self._strings:
                    unclear.add(name)
                if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
                    self._strings[name] = node.value.value
                elif isinstance(node.value, ast.Attribute):
                    dotted = self.dotted(node.value)
                    if dotted:
                        self._dotted.setdefault(name, dotted)
                else:
                    unclear.add(name)
        for name in unclear:
            self._strings.pop(name, None)

    def dotted(self, node: ast.AST) -> str:
        """'os.environ' for what the script may call env or o.environ; '' for what is no dotted name."""
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        return ".".join([self._dotted.get(node.id, node.id), *reversed(parts)])

    def string(self, node: "ast.AST | None") -> "str | None":
        """The string that an expression is, None where that cannot be told."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        if isinstance(node, ast.Name):
            return self._strings.get(node.id)
        return None
