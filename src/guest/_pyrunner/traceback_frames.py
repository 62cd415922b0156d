"""Tracebacks without frames of ours: what this build has in Python is C elsewhere, where it has none."""

__all__ = ["apply"]

_OURS = "<py-runner "  # how the build names the files of the guest's modules


def apply(module) -> None:
    """Runs after CPython's traceback.py, which also prints what nobody caught: its two walks leave ours out."""
    for name in ("walk_tb", "_walk_tb_with_full_positions"):
        setattr(module, name, _without_ours(getattr(module, name)))


def _without_ours(walk):
    def walk_without_ours(tb):
        return (entry for entry in walk(tb) if not entry[0].f_code.co_filename.startswith(_OURS))

    walk_without_ours.__name__ = walk_without_ours.__qualname__ = walk.__name__
    walk_without_ours.__module__ = walk.__module__
    walk_without_ours.__doc__ = walk.__doc__
    return walk_without_ours
