"""A quick look at the bytes of a script: can it have a mark of Python 2 at all?

It needs no decoding and no tree. What `scan` takes for a mark of Python 2, this
must find; the other way round it may err, at the price of a scan. It misses
marks whose parts a comment keeps apart.

Not one regular expression: an alternation of all marks is tried at every byte
and took 2.5 times as long as this (3.11, 1,740 scripts). Words that are hardly
ever anything else are looked up in a set; each pattern begins with letters that
`re` can search for directly.
"""

import re

from .marks import PYTHON2_ATTRIBUTES, PYTHON2_CODECS, PYTHON2_METHODS, PYTHON2_MODULES, PYTHON2_NAMES, PYTHON2_WORDS

__all__ = ["may_have_marks"]


def may_have_marks(source: bytes) -> bool:
    if not _DISTINCT.isdisjoint(_words(source)):
        return True
    return any(search(source) for search in _SEARCHES)


_words = re.compile(rb"\w{4,}").findall

# Modules and attributes whose names Python 3 programs use for other things need to be seen in their place.
_COMMON_MODULES = frozenset("""
    Canvas ConfigParser Cookie Dialog HTMLParser Queue StringIO UserDict commands compiler dl exceptions md5 mutex new repr
    sets sha thread ttk user
""".split())
_COMMON_ATTRIBUTES = {
    "email": PYTHON2_ATTRIBUTES["email"], "operator": PYTHON2_ATTRIBUTES["operator"], "path": PYTHON2_ATTRIBUTES["os.path"],
    "string": PYTHON2_ATTRIBUTES["string"], "urllib": PYTHON2_ATTRIBUTES["urllib"],
}
_DISTINCT = frozenset(
    word.encode("ascii")
    for words in (
        PYTHON2_NAMES, PYTHON2_METHODS, (name for name in PYTHON2_MODULES - _COMMON_MODULES if "." not in name),
        *(names for module, names in PYTHON2_ATTRIBUTES.items() if module.rpartition(".")[2] not in _COMMON_ATTRIBUTES))
    for word in words)


def _any(words) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words))) + ")"


_GAP = r"[\s\\]*"
_MODULE_LIST = rf"[\s\\]+(?:[\w.]+(?:\s+as\s+\w+)?{_GAP},{_GAP})*"


def _patterns():
    for word in sorted(PYTHON2_WORDS):
        yield rf"{word}(?<![\w.]{word}){_GAP}[](,)}}]"
    for module, names in sorted(_COMMON_ATTRIBUTES.items()):
        # module.name, from module import name, and a module under another name
        yield rf"{module}(?:{_GAP}\.{_GAP}{_any(names)}\b|\s+import\b[\w\s,()\\]*\b{_any(names)}\b|\s+as\b)"
    yield rf"import{_MODULE_LIST}{_any(_COMMON_MODULES)}\b"
    yield rf"from[\s\\]+{_any(_COMMON_MODULES)}\b"
    yield rf'code{_GAP}\({_GAP}[bBrRuU]*[\'"]+{_any(PYTHON2_CODECS)}[\'"]'
    yield rf"cmp{_GAP}="
    # The print statement where it parses as Python 3: alone, >>f, an operator, a list, % and comma after parentheses.
    yield r"print(?<![\w.]print)(?:[ \t\f]*(?:[\r\n;#>[*/%&|+-]|\Z)|[^\r\n]*\)[ \t]*(?:%|,[ \t]*(?:[\r\n;#]|\Z)))"
    yield r'raise\b[\s(]*[bBrRuU]*[\'"]'
    yield r"except\b[^\r\n]*,[ \t]*\w+[ \t]*:"


_SEARCHES = [re.compile(pattern.encode("ascii")).search for pattern in _patterns()]
