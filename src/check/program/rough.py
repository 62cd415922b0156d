"""What can be told of source that Python 3 cannot parse: imports and variables, line by line."""

import re

from imports import Import

__all__ = ["environment", "imports"]

_LIST = re.compile(r"^[ \t]*import[ \t]+([\w., \t]+)", re.MULTILINE)
_FROM = re.compile(r"^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b", re.MULTILINE)
_READ = re.compile(r"""\b(?:environ[ \t]*(\[)|(?:environ\.get|getenv)[ \t]*\()[ \t]*(['"])(\w+)\2""")


def imports(source: bytes) -> list:
    text = source.decode("latin-1")
    found = [Import(name.split()[0], _line(text, match), False, False)
             for match in _LIST.finditer(text) for name in match[1].split(",") if name.strip()]
    found += [Import(match[1], _line(text, match), False, False) for match in _FROM.finditer(text) if match[1].strip(".")]
    return sorted(found, key=lambda each: each.line)


def environment(source: bytes) -> list:
    text = source.decode("latin-1")
    found: dict = {}
    for match in _READ.finditer(text):
        entry = found.setdefault(match[3], {"name": match[3], "line": _line(text, match), "needed": False})
        entry["needed"] = entry["needed"] or bool(match[1])
    return list(found.values())


def _line(text: str, match: re.Match) -> int:
    return text.count("\n", 0, match.end()) + 1
