"""Which encodings a run has: UTF-8 mode, the locale for characters, and what the standard streams speak.

CPython settles this in C before there is an environment here: Python/preconfig.c
(preconfig_init_utf8_mode, preconfig_init_coerce_c_locale), Python/initconfig.c
(config_init_stdio_encoding, config_get_stdio_errors), Python/pylifecycle.c (_Py_CoerceLegacyLocale).
The file system's encoding is always UTF-8 with surrogateescape.
"""

from _pyrunner import call
from _pyrunner.fatal import Fatal

__all__ = ["Encodings", "settle", "stdio"]


class Encodings:
    """Not a named tuple: collections is the dearest module of a start without a snapshot."""

    def __init__(self, utf8_mode: int, locale: str, coerced: bool, codeset: str, stdio: tuple[str, str], warning: str | None):
        self.utf8_mode, self.locale, self.coerced, self.codeset = utf8_mode, locale, coerced, codeset
        self.stdio_encoding, self.stdio_errors = stdio
        self.warning = warning


_UTF8_LOCALES = ("C.UTF-8", "C.utf8", "UTF-8")  # what a C locale is coerced to, the first that there is
_ASCII = "ANSI_X3.4-1968"  # nl_langinfo(CODESET) of the C locale


def settle(variable) -> Encodings:
    """*variable(name)* answers an environment variable's text, or None where it is missing or empty."""
    forced = variable("LC_ALL")
    name, codeset = _existing(forced or variable("LC_CTYPE") or variable("LANG") or "C")
    utf8_mode = _utf8_mode(variable("PYTHONUTF8"), name)
    legacy = name == "C"
    coercion = variable("PYTHONCOERCECLOCALE")
    coerced = legacy and coercion != "0" and not forced
    if coerced:
        name, codeset = _UTF8_LOCALES[0], "UTF-8"
    warning = _warning(coerced) if legacy and coercion == "warn" else None
    if utf8_mode:
        codeset = "utf-8"
    return Encodings(utf8_mode, name, coerced, codeset, stdio(variable("PYTHONIOENCODING"), utf8_mode, name, codeset), warning)


def _existing(name: str) -> tuple[str, str]:
    """setlocale(3): a locale that the system does not have leaves the C locale."""
    if name in ("C", "POSIX"):
        return "C", _ASCII
    if name in _UTF8_LOCALES[:2]:
        return name, "UTF-8"  # built into the C library
    codeset = call("locale.codeset", name)
    return (name, codeset) if codeset else ("C", _ASCII)


def _utf8_mode(wanted: str | None, locale: str) -> int:
    if wanted is None:
        return int(locale == "C")
    if wanted not in ("0", "1"):
        from _pyrunner import options

        what = "-X utf8 option" if options.implementation("utf8") is not None else "PYTHONUTF8 environment variable"
        raise Fatal(f"preconfig_init_utf8_mode: invalid {what} value", "preinitializing")
    return int(wanted)


def stdio(wanted: str | None, utf8_mode: int, locale: str | None, codeset: str) -> tuple[str, str]:
    """Encoding and error handler of the standard streams; *wanted* is what PYTHONIOENCODING says."""
    encoding, separator, errors = (wanted or "").partition(":")
    if encoding and not errors:
        errors = "strict"
    if not errors:
        errors = "surrogateescape" if utf8_mode or locale == "C" or locale in _UTF8_LOCALES else "strict"
    return _codec_name(encoding or codeset), errors


def _codec_name(encoding: str) -> str:
    if encoding in ("utf-8", "UTF-8"):
        return "utf-8"
    from codecs import lookup

    try:
        return lookup(encoding).name
    except LookupError as error:
        what = "init_stdio_encoding: failed to get the Python codec name of the stdio encoding"
        raise Fatal(what, "core initialized", f"LookupError: {error}") from None


def _warning(coerced: bool) -> str:
    if coerced:
        return (
            f"Python detected LC_CTYPE=C: LC_CTYPE coerced to {_UTF8_LOCALES[0]} (set another locale "
            "or PYTHONCOERCECLOCALE=0 to disable this locale coercion behavior).\n"
        )
    return (
        "Python runtime initialized with LC_CTYPE=C (a locale with default ASCII encoding), which may cause Unicode "
        f"compatibility problems. Using {', '.join(_UTF8_LOCALES[:2])}, or {_UTF8_LOCALES[2]} (if available) as alternative "
        "Unicode-compatible locales is recommended.\n"
    )
