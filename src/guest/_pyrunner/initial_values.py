"""Variables and -X options that belong to the initialisation; the host has set the good values (engine/initial-settings.ts).

Here the others are refused, in the words of CPython Python/initconfig.c.
"""

from _pyrunner.fatal import Fatal

__all__ = ["check"]


def check(variable, implementation) -> None:
    """*variable(name)* and *implementation(name)* answer None where nothing is said; the latter True for no value."""
    seed = variable("PYTHONHASHSEED")
    if seed not in (None, "random") and not _is_number(seed, 0, 0xFFFFFFFF):
        _refuse("config_init_hash_seed", 'PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]')
    _check_cpu_count(variable("PYTHON_CPU_COUNT"), implementation("cpu_count"))
    _check_import_time(variable("PYTHONPROFILEIMPORTTIME"), implementation("importtime"))
    for name in ("thread_inherit_context", "context_aware_warnings"):
        of_variable, of_option = variable(f"PYTHON_{name.upper()}"), implementation(name)
        if of_variable is not None and not _is_number(of_variable, 0, 1):
            _refuse(f"config_init_{name}", f"PYTHON_{name.upper()}=N: N is missing or invalid")
        if of_option is not None and not _is_number(of_option, 0, 1):
            _refuse(f"config_init_{name}", f"-X {name}=n: n is missing or invalid")
    if implementation("frozen_modules") not in (None, True, "", "on", "off"):
        raise Fatal('bad value for option -X frozen_modules (expected "on" or "off")', "preinitialized")


def _check_cpu_count(of_variable, of_option) -> None:
    said = of_variable if of_option is None else of_option
    if said in (None, "default") or _is_number(said, 1, 10**9 - 1):
        return
    of = "PYTHON_CPU_COUNT: n" if of_option is None else "-X cpu_count=n option: n"
    _refuse("config_init_cpu_count", f"{of} is missing or an invalid number, n must be greater than 0")


def _check_import_time(of_variable, of_option) -> None:
    if _is_integer(of_variable) and not _is_number(of_variable, 0, 2):
        what = "PYTHONPROFILEIMPORTTIME: numeric values other than 1 and 2 are reserved for future use."
        _refuse("config_init_import_time", what)
    if _is_integer(of_option) and not _is_number(of_option, 0, 2):
        _refuse("config_init_import_time", "-X importtime: values other than 1 and 2 are reserved for future use.")


def _is_number(text, least: int, most: int) -> bool:
    return _is_integer(text) and least <= int(text) <= most


def _is_integer(text) -> bool:
    digits = text[1:] if isinstance(text, str) and text[:1] in "+-" else text
    return isinstance(digits, str) and digits.isascii() and digits.isdigit()


def _refuse(where: str, what: str) -> None:
    raise Fatal(f"{where}: {what}", "preinitialized")
