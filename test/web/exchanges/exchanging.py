"""Runs named exchanges and prints what came of each, a line of JSON: the answer, or the exception with all that it says."""
import hashlib
import http.client
import json
import re
import urllib.error

__all__ = ["answer", "exchange", "report"]

_SHOWN_BYTES = 3000
_exchanges: dict = {}


def exchange(name: str, act) -> None:
    """*act* is called by ``report``; what it returns, or raises, is the outcome."""
    if name in _exchanges:
        raise ValueError(f"two exchanges are called {name!r}")
    _exchanges[name] = act


def report() -> None:
    for name, act in _exchanges.items():
        try:
            outcome = _plain(act())
        except Exception as error:
            outcome = _error(error)
        print(json.dumps([name, outcome]), flush=True)


def answer(response) -> dict:
    """All of a response: of urlopen, an HTTPError, or http.client's own."""
    with response:
        facts = {
            "status": response.status, "reason": response.reason, "version": response.version,
            "headers": response.headers.items(), "defects": [type(defect).__name__ for defect in response.headers.defects],
        }
        if hasattr(response, "url"):
            facts["url"] = response.url
        try:
            facts["body"] = response.read()
            facts["again"] = response.read()
        except Exception as error:
            facts["body"] = _error(error)
        facts["left"] = response.length
        return facts


def _error(error: BaseException) -> dict:
    facts = {"raised": [cls.__name__ for cls in type(error).__mro__[:-2]], "message": str(error)}
    for name in ("errno", "strerror", "reason", "partial", "expected", "line", "library", "verify_code", "verify_message"):
        if hasattr(error, name):
            facts[name] = getattr(error, name)
    if isinstance(error, urllib.error.HTTPError) and error.fp is not None:
        facts["answer"] = {"status": error.code, "headers": error.headers.items(), "body": error.read()}
    if error.__cause__ is not None:
        facts["cause"] = _error(error.__cause__)
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value):
    if isinstance(value, http.client.HTTPResponse) or hasattr(value, "headers") and hasattr(value, "read"):
        return _plain(answer(value)) if isinstance(value, http.client.HTTPResponse) else repr(type(value))
    if isinstance(value, BaseException):
        return _error(value)
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (bytes, bytearray)):
        value = bytes(value).decode("latin-1")
    if isinstance(value, str):
        value = re.sub(r" \(_ssl\.c:\d+\)|_ssl\.c:\d+: ", "", value)  # the place in CPython's source
        if len(value) > _SHOWN_BYTES:
            return f"{len(value)} characters, sha1 {hashlib.sha1(value.encode('utf-8', 'surrogatepass')).hexdigest()}"
        return value
    return value if value is None or isinstance(value, (bool, int, float)) else repr(value)
