"""How the interpreter becomes this machine's, and how a restored one forgets another run.

``personalise`` runs once, in a fresh interpreter, before ``site``; ``reset`` runs
before every script, also after a snapshot was restored.
"""

import sys

from _pyrunner import call, environment, errno_numbers, options, persona, standard_streams

__all__ = ["personalise", "reset"]

# The key of the time zone that ``time`` has; time_gaps knows what it means.
settled_zone: str | None = None
# Whether that is this run's.
zone_is_settled = False
_resets: list = []


def personalise() -> None:
    """Fill the gaps of the C modules and settle who we are; nothing of this depends on the run."""
    errno_numbers.install(persona.PREFERRED_ERRNO)
    persona.before_site()
    for name in ("_emscripten_info",):
        if hasattr(sys, name):
            delattr(sys, name)
    _name_frozen_files()
    sys.path[:] = persona.search_path(sys.path[0])
    import _pyrunner.modules

    _pyrunner.modules.install()
    if not sys.flags.no_site:
        import site

        site.main()
    import _pyrunner.elsewhere

    _pyrunner.elsewhere.install()
    persona.after_site()


def _name_frozen_files() -> None:
    """Tell the modules that are frozen into the engine where their source lies, as getpath would have."""
    sys._stdlib_dir = sys.path[0]
    importer = sys.modules["_frozen_importlib"].FrozenImporter
    for name, module in list(sys.modules.items()):
        state = getattr(getattr(module, "__spec__", None), "loader_state", None)
        if state is None or getattr(state, "filename", None) is not None or name.startswith("_pyrunner"):
            continue
        state.filename, folder = importer._resolve_filename(state.origname, name, hasattr(module, "__path__"))
        if state.filename is not None:
            module.__file__ = state.filename
        if folder is not None:
            module.__path__.insert(0, folder)


def on_reset(function) -> None:
    """Register what a module must do anew in every run."""
    _resets.append(function)


def reset() -> dict:
    """Take over this run's arguments, environment and streams; answers what the host wants run. Raises fatal.Fatal."""
    global zone_is_settled
    run = call("run.start", settled_zone)
    zone_is_settled = run["zone_is_settled"]
    options.reset(run)
    environment.reset_environment(run["environment"])
    errors = persona.ARGUMENT_ERRORS
    sys.argv[:] = [arg.decode("utf-8", errors) for arg in run["argv"]]
    sys.orig_argv[:] = [arg.decode("utf-8", errors) for arg in run["orig_argv"]]
    sys.executable = sys._base_executable = run["executable"].decode("utf-8", errors)
    encodings = persona.encodings(environment.variable)
    environment.set_locale(encodings)
    standard_streams.open_streams(run["streams"], encodings.stdio_encoding, encodings.stdio_errors, _unbuffered())
    for function in _resets:
        function()
    environment.reset_flags(encodings.utf8_mode)
    environment.reset_search_path(run["ids_differ"])
    _reset_random()
    _reset_logging()
    options.begin(environment.variable("PYTHONFAULTHANDLER"), environment.variable("PYTHONTRACEMALLOC"))
    return run


def _unbuffered() -> bool:
    return options.unbuffered or environment.flag("PYTHONUNBUFFERED")


def _reset_random() -> None:
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
    tempfile = sys.modules.get("tempfile")
    if tempfile is not None:
        tempfile._name_sequence = None
        tempfile.tempdir = None


def _reset_logging() -> None:
    """LogRecord.relativeCreated counts from here: Lib/logging/__init__.py, _startTime."""
    logging = sys.modules.get("logging")
    if logging is not None:
        import time

        logging._startTime = time.time_ns()
