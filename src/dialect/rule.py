"""The rule that tells whether a script is Python 2 or Python 3.

A shebang that names a version decides; else source that Python 3 cannot parse
stays Python 3, so that CPython shows its own SyntaxError; else the marks in the
tree decide, Python 3's before Python 2's; else it is Python 3.
"""

import _warnings
import sys

__all__ = ["Decision", "decide", "may_be_python2"]


class Decision:
    """The dialect of a script, 2 or 3, and why: one phrase for a person."""

    __slots__ = ("dialect", "reason")

    def __init__(self, dialect: int, reason: str) -> None:
        self.dialect = dialect
        self.reason = reason

    def __repr__(self) -> str:
        return f"Decision({self.dialect}, {self.reason!r})"


def may_be_python2(source: bytes) -> bool:
    """Whether `decide` could answer 2: a search over the bytes, much cheaper than the scan.

    False is certain, True is not. Where nothing has loaded `re` yet, loading it is dearer than any scan.
    """
    version = _shebang_version(source)
    if version:
        return version[0] == "2"
    if "re" not in sys.modules:
        return True
    from .prefilter import may_have_marks
    return may_have_marks(source)


def decide(source: bytes, filename: str) -> Decision:
    """Tell the dialect of `source`. Never raises, whatever the bytes.

    `filename` is where the script lies: a module file beside it is the script's
    own, not the one of Python 2's library that has the same name.
    """
    version = _shebang_version(source)
    if version:
        return Decision(int(version[0]), f"its first line names python{version}")
    try:
        tree = _parse(source, filename)
    except Exception as error:  # codecs named by the source may raise anything
        return Decision(3, f"not valid Python 3: {_describe(error)}")
    from .scan import scan
    return Decision(*scan(tree, filename))


def _shebang_version(source: bytes) -> str:
    """'2', '2.7', '3' … as the first line says, '' if it says nothing.

    The last version named counts: `/opt/python2/bin/python3` runs python3.
    """
    start = 3 if source.startswith(b"\xef\xbb\xbf") else 0
    if not source.startswith(b"#!", start):
        return ""
    line = source[start:].partition(b"\n")[0].partition(b"\r")[0].lower()
    versions = [_leading_version(rest.removeprefix(b".framework/versions/")) for rest in line.split(b"python")[1:]]
    return next((version for version in reversed(versions) if version), "")


def _leading_version(text: bytes) -> str:
    """3, 2.7 or 3.14.1 at the begin; '' for another one."""
    if text[:1] not in (b"2", b"3"):
        return ""
    end = 1
    while text[end:end + 1] == b"." and text[end + 1:end + 2].isdigit():
        end += 2
        while text[end:end + 1].isdigit():
            end += 1
    return text[:end].decode("ascii")


_ONLY_AST = 0x400  # PyCF_ONLY_AST; importing `ast` for it would cost more than the scan


def _parse(source: bytes, filename: str):
    # The compiler that runs the script says them; and under -W error they would be SyntaxErrors here. Without `warnings`,
    # which takes longer to import than a long script to scan: the list is then the C module's.
    filters = sys.modules["warnings"].filters if "warnings" in sys.modules else _warnings.filters
    filters.insert(0, ("ignore", None, Warning, None, 0))
    try:
        return compile(source, filename, "exec", _ONLY_AST, dont_inherit=True)
    finally:
        del filters[0]


def _describe(error: Exception) -> str:
    if isinstance(error, SyntaxError):
        return f"line {error.lineno}: {error.msg}"
    return f"{type(error).__name__}: {error}"
