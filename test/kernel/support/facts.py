"""What the programs share: a fact is one line, an error its class, its name in ``errno`` and its words."""

import errno
import os

__all__ = ["attempt", "fact", "failure", "utime"]


def fact(name: str, *values: object) -> None:
    """Print one fact; values as Python writes them, in ASCII."""
    print(f"{name}:", *(ascii(value) for value in values), flush=True)


def attempt(name: str, function, *args, **kwargs) -> object:
    """Print what the call answers or how it fails, and answer its result (None after a failure)."""
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(f"{name}: {failure(error)}", flush=True)
        return None
    fact(name, result)
    return result


def failure(error: Exception) -> str:
    """An error in words that do not depend on how a system counts its errors."""
    if not isinstance(error, OSError) or error.errno is None:
        return type(error).__name__
    names = [_shown(name) for name in (error.filename, error.filename2) if name is not None]
    return " ".join([type(error).__name__, errno.errorcode.get(error.errno, str(error.errno)), f"({error.strerror})", *names])


def _shown(name: object) -> str:
    text = ascii(name)
    return text if len(text) <= 60 else f"{text[:40]}... {len(os.fsencode(name))} bytes"


def utime(*args: object) -> None:
    """os.utime without the name in its error, which CPython has added since 3.11."""
    try:
        os.utime(*args)
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None
