"""Tuples with named fields that look like those of CPython's C modules.  CPython Objects/structseq.c."""

from _operator import itemgetter

__all__ = ["struct_sequence"]


def struct_sequence(module: str, name: str, summary: str, fields: dict) -> type:
    """A class like ``pwd.struct_passwd``; *fields* is each field's name and what it holds."""
    names = tuple(fields)
    full_name = f"{module}.{name}"

    def new(cls, sequence, dict=None):
        try:
            values = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(values) != len(names):
            raise TypeError(f"{full_name}() takes a {len(names)}-sequence ({len(values)}-sequence given)")
        return tuple.__new__(cls, values)

    def represent(self) -> str:
        return f"{full_name}({', '.join(f'{field}={value!r}' for field, value in zip(names, self))})"

    def replace(self, /, **changes):
        unknown = sorted(set(changes) - set(names))
        if unknown:
            raise TypeError(f"Got unexpected field name(s): {unknown!r}")
        return type(self)(changes.get(field, value) for field, value in zip(names, self))

    members = {
        "__module__": module, "__slots__": (), "__new__": new, "__repr__": represent, "__replace__": replace,
        "__reduce__": lambda self: (type(self), (tuple(self), {})), "__match_args__": names,
        "__doc__": f"{summary}\n\nThis object may be accessed either as a tuple of\n  ({','.join(names)})\n"
        "or via the object attributes as named in the above tuple.",
        "n_fields": len(names), "n_sequence_fields": len(names), "n_unnamed_fields": 0,
    }
    for index, (field, doc) in enumerate(fields.items()):
        members[field] = _field(index, doc)
    return type(name, (tuple,), members)


def _field(index: int, doc: str) -> property:
    def refuse(self, value=None):
        raise AttributeError("readonly attribute")

    return property(itemgetter(index), refuse, refuse, doc)
