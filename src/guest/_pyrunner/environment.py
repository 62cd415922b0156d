"""The environment of a run, and what python makes of its own variables in it before it runs a line.

CPython Python/initconfig.c (config_read_env_vars) and Lib/site.py read them at the start of a process; a restored
interpreter has started already.
"""

import sys
from _io import text_encoding as _text_encoding

from _pyrunner import call, initial_values, options, persona
from _pyrunner.fatal import Fatal

__all__ = ["flag", "reset_environment", "reset_flags", "reset_search_path", "set_locale", "variable"]


def reset_environment(entries) -> None:
    """The run's NAME=value entries become ``os.environ`` and the C library's."""
    known = persona.known_environment()
    for name in list(persona.SYSTEM.environ):
        persona.SYSTEM.unsetenv(name)
    persona.SYSTEM.environ.clear()
    known.clear()
    for entry in entries:
        name, separator, value = persona.split_entry(entry)
        if separator and name and persona.environ_key(name) not in known:
            _set(name, value)


def variable(name: str) -> str | None:
    """The text of an environment variable; None where it is missing or empty, which CPython takes for the same."""
    if name == "PYTHONUTF8" and options.implementation("utf8") is not None:
        return "1" if options.implementation("utf8") is True else options.implementation("utf8")
    if options.ignores_environment and name.startswith("PYTHON"):
        return None
    return persona.variable(name) or None


def flag(name: str) -> bool:
    """A variable that is a number: 0 is no, any other text is yes (Python/initconfig.c, _Py_get_env_flag)."""
    value = variable(name)
    return value is not None and _level(value) != 0


def _level(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        return 1


def set_locale(encodings) -> None:
    """The C library's locale for characters, and what children see of it."""
    if encodings.coerced:
        _set(b"LC_CTYPE", encodings.locale.encode())
    if encodings.locale != "C":
        import _locale

        _locale.setlocale(_locale.LC_CTYPE, encodings.locale)
    if encodings.codeset != "UTF-8":
        call("locale.set_codeset", encodings.codeset)
    if encodings.warning:
        persona.SYSTEM.write(2, encodings.warning.encode())


def reset_flags(utf8_mode: int) -> None:
    """sys.flags and its kin, as far as variables of the environment set them."""
    flags = {"utf8_mode": utf8_mode, **options.flags()}
    if flag("PYTHONDONTWRITEBYTECODE"):
        flags["dont_write_bytecode"] = 1
    if flags.get("dont_write_bytecode"):
        sys.dont_write_bytecode = True
    if variable("PYTHONINSPECT"):
        flags["inspect"] = max(flags.get("inspect", 0), 1)
    if variable("PYTHONDEBUG"):
        flags["debug"] = max(flags.get("debug", 0), _level(variable("PYTHONDEBUG")))
    if flag("PYTHONNOUSERSITE"):
        flags["no_user_site"] = 1
    if variable("PYTHONSAFEPATH"):
        flags["safe_path"] = True
    initial_values.check(variable, options.implementation)
    digits = options.implementation("int_max_str_digits")
    if digits is None:
        digits = variable("PYTHONINTMAXSTRDIGITS")
    if digits is not None:
        flags["int_max_str_digits"] = _set_max_digits(digits)
    prefix = options.implementation("pycache_prefix")  # an empty one, or none, counts more than the variable
    if prefix is None:
        prefix = variable("PYTHONPYCACHEPREFIX")
    sys.pycache_prefix = prefix if prefix and prefix is not True else None
    if any(getattr(sys.flags, name) != value for name, value in flags.items()):
        sys.flags = sys.flags.__replace__(**flags)
    _reset_text_encoding("utf-8" if utf8_mode else "locale")
    filters = [*(variable("PYTHONWARNINGS") or "").split(","), *options.warnings]
    filters = [each for each in filters if each]
    if sys.flags.bytes_warning:  # of -b; it counts most
        counts = "error::BytesWarning" if sys.flags.bytes_warning > 1 else "default::BytesWarning"
        filters.append(counts)
        sys.warnoptions[:] = [each for each in sys.warnoptions if each != counts]
    if filters:
        import warnings

        sys.warnoptions.extend(filters)
        warnings._processoptions(sys.warnoptions)


def _reset_text_encoding(default: str) -> None:
    """UTF-8 mode where the C function looks for it is that of the initialisation (Modules/_io/_iomodule.c)."""
    if not sys.flags.warn_default_encoding and _text_encoding(None) == default:
        return

    def text_encoding(encoding, stacklevel=2, /):
        if encoding is None and not sys.flags.warn_default_encoding:
            return default
        found = _text_encoding(encoding, stacklevel + 1)
        return default if encoding is None else found

    import io

    text_encoding.__doc__, text_encoding.__module__ = _text_encoding.__doc__, "io"
    io.text_encoding = text_encoding


def _set_max_digits(digits: str) -> int:
    try:
        sys.set_int_max_str_digits(int("" if digits is True else digits))
    except ValueError:
        of = "PYTHONINTMAXSTRDIGITS" if options.implementation("int_max_str_digits") is None else "-X int_max_str_digits"
        what = f"config_init_int_max_str_digits: {of}: invalid limit; must be >= 640 or 0 for unlimited."
        raise Fatal(what, "preinitialized") from None
    return int(digits)


def reset_search_path(ids_differ: bool) -> None:
    """PYTHONPATH in front, the user's own packages before those of the installation: Lib/site.py, main.

    *ids_differ*: the process acts for another user than its own.
    """
    packages = variable("PYTHONPATH")
    library = sys.path[:]
    if packages:
        sys.path[:0] = packages.split(persona.PATH_SEPARATOR)
    if sys.flags.no_site:
        return
    import site
    from os.path import isdir

    if packages:
        known = site.removeduppaths()
    else:
        known = set(sys.path)
    site.USER_BASE = site.USER_SITE = None
    site.ENABLE_USER_SITE = False if sys.flags.no_user_site else None if ids_differ else True  # site.check_enableusersite
    own = sys.path.pop()
    base = site.getuserbase()
    if base and isdir(base):  # most have none, and of a path with nothing on it each folder would be asked for
        site.addusersitepackages(known)
    else:
        site.getusersitepackages()
    sys.path.append(own)
    if len(sys.path) > len(library):
        site.execsitecustomize()
        if site.ENABLE_USER_SITE:
            site.execusercustomize()


def _set(name, value) -> None:
    persona.SYSTEM.environ[name] = persona.known_environment()[persona.environ_key(name)] = value
    persona.SYSTEM.putenv(name, value)
