"""str() of an OSError on Windows: where Win32 gave a code, that comes first.

CPython Objects/exceptions.c, OSError_str.
"""

__all__ = ["words"]


def words(error: OSError) -> str | None:
    """str(error); None for CPython's own words."""
    if error.winerror is None:
        return None
    shown = f"[WinError {error.winerror}] {error.strerror}"
    if error.filename is None:
        return shown
    if error.filename2 is None:
        return f"{shown}: {error.filename!r}"
    return f"{shown}: {error.filename!r} -> {error.filename2!r}"
