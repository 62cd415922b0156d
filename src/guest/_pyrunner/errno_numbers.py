"""The host's errno numbers, where CPython has the C library's baked in.

Three places know them: the names in ``errno``, ``errno.errorcode``, and the map
by which OSError picks its subclass, which only the garbage collector can find.
"""

import errno
import gc

from _pyrunner import call

__all__ = ["install"]


def install(preferred: tuple) -> None:
    """Renumber all three from the host's table; once, when the interpreter has started.

    Names that begin with one of *preferred* are shown by ``errno.errorcode`` where
    another name has the same number.
    """
    table = dict(call("errno.table"))
    old = {name: number for number, name in errno.errorcode.items()}
    for name in [name for name in vars(errno) if name.startswith("E") and isinstance(getattr(errno, name), int)]:
        old.setdefault(name, getattr(errno, name))
        delattr(errno, name)
    errno.errorcode.clear()
    for name, number in sorted(table.items()):
        setattr(errno, name, number)
    for name, number in sorted(table.items()):
        if errno.errorcode.setdefault(number, name) != name and name.startswith(preferred):
            errno.errorcode[number] = name
    classes = _subclass_map(old)
    found = [(table[name], cls) for name, cls in _by_name(classes, old) if name in table]
    classes.clear()
    classes.update(found)


def _subclass_map(old: dict) -> dict:
    candidates = [
        item for item in gc.get_objects()
        if type(item) is dict and item.get(old["ENOENT"]) is FileNotFoundError and item.get(old["EPIPE"]) is BrokenPipeError
    ]
    if len(candidates) != 1:
        raise RuntimeError(f"OSError's map of numbers: found {len(candidates)}")
    return candidates[0]


def _by_name(classes: dict, old: dict) -> list:
    return [(name, classes[number]) for name, number in old.items() if number in classes]
