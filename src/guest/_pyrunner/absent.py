"""Why a module of the standard library is not there, and what to use instead: a note on the ModuleNotFoundError.

The table lies in the library's folder, a line for each module: name, reason and remedy, with tabs between; its first line names
whom to ask, or is empty.  It is read when an import has failed, and not kept.
"""

import sys

__all__ = ["AbsentFinder", "note"]

_TABLE = "absent.txt"


class AbsentFinder:
    """The last finder: what comes here no other has found."""

    @staticmethod
    def find_spec(name: str, path=None, target=None):
        why = note(name) if _is_import() else ""
        if not why:
            return None
        for finder in sys.meta_path[sys.meta_path.index(AbsentFinder) + 1:]:  # those that a script added
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                return spec
        error = ModuleNotFoundError(f"No module named {name!r}", name=name)
        error.add_note(why)
        raise error


def _is_import() -> bool:
    """Whether importlib._bootstrap imports, and does not ask for importlib.util.find_spec(), which answers None."""
    frame = sys._getframe()
    for _ in range(3):  # find_spec(), importlib._bootstrap._find_spec(), and who asks that
        frame = frame and frame.f_back
    return frame is not None and frame.f_code.co_name == "_find_and_load_unlocked"


def note(name: str) -> str:
    """In one or two sentences; '' for a module that the table does not name."""
    import _io

    try:
        with _io.open(f"{sys._stdlib_dir}/{_TABLE}", encoding="utf-8") as table:
            support, _, rows = table.read().partition("\n")
    except FileNotFoundError:
        return ""
    found = f"\n{rows}".partition(f"\n{name}\t")[2].partition("\n")[0]
    if not found:
        return ""
    reason, _, instead = found.partition("\t")
    return " ".join(filter(None, [
        f"{name} {reason}.",
        instead and f"Use instead: {instead}.",
        support and f"Whoever needs it asks at {support}",
    ]))


# The import system's own frames are not shown in tracebacks: CPython Python/import.c, remove_importlib_frames.
AbsentFinder.find_spec.__code__ = AbsentFinder.find_spec.__code__.replace(co_filename="<frozen importlib._bootstrap>")
