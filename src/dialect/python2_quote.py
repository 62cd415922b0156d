"""Quoting as Python 2's `urllib` did it: `~` is no safe character, bytes that are not UTF-8 survive.

Source of the behaviour: Python 2.7 documentation, "urllib, Utility functions",
and Python 2.7.18 as seen.
"""

import os
from urllib import parse, request

__all__ = ["pathname2url", "quote", "quote_plus", "unquote", "unquote_plus", "url2pathname", "urlencode"]

_TEXT = {"encoding": "utf-8", "errors": "surrogateescape"}


def quote(s, safe: str = "/"):
    if not s:
        if s is None:
            raise TypeError("None object cannot be quoted")
        return s
    quoted = parse.quote(s, safe) if isinstance(s, bytes) else parse.quote(s, safe, **_TEXT)
    return quoted if "~" in safe else quoted.replace("~", "%7E")


def quote_plus(s, safe: str = ""):
    return quote(s, safe + " ").replace(" ", "+") if s else quote(s, safe)


def unquote(s: str) -> str:
    return parse.unquote(s, **_TEXT)


def unquote_plus(s: str) -> str:
    return parse.unquote_plus(s, **_TEXT)


def urlencode(query, doseq: int = 0) -> str:
    def quote_via(value, safe, encoding=None, errors=None):
        return quote_plus(value, safe)
    return parse.urlencode(query, doseq, quote_via=quote_via)


def pathname2url(pathname: str) -> str:
    # Python 3.14's puts '//' before the root of a POSIX path.
    return request.pathname2url(pathname) if os.name == "nt" else quote(pathname)


def url2pathname(pathname: str) -> str:
    return request.url2pathname(pathname) if os.name == "nt" else unquote(pathname)
