"""Functions that this guest cannot offer: each raises what its C module would raise, with the host's errno, and says why."""

import errno

__all__ = ["explain", "install", "refuse"]

NO_FORK = "a WebAssembly guest cannot be copied into a second process"
NO_GROUPS = "the host cannot give a child other supplementary groups"
NO_PROCESS_GROUP = "the host puts a child into another's group by perl, which is not there; process_group=0 works"
NO_OWN_GROUP = "the host cannot move its own process to another group or session"
NO_CHILD_USAGE = "the host waits for children without asking what they used; it knows the times and page faults of all together"
NO_SCHEDULER = "the host cannot choose a child's scheduler"
NO_SIGNAL_MASK = "the host starts every child with no signal blocked"
_YET = "by this version of py-runner yet"
_HTTP = "urllib.request and http.client reach http and https servers"
NO_SOCKETS = f"sockets are not offered {_YET}; {_HTTP}"
NO_NAMES = f"names of hosts are not resolved {_YET}; {_HTTP}"
NO_TERMINALS = "the host makes terminals by perl, which is not there, or in /dev/ptmx, which is not"
NO_FLOCK = "the host locks files by flock(1) of util-linux, which is not there, and no pipe that is the script's alone"
NO_RECORD_LOCKS = "the host takes POSIX record locks by perl, which is not there; fcntl.flock() locks a whole file"

# Module -> function -> reason. A name that the C module lacks and python3 has is added.
_REASONS = {
    "posix": {
        **dict.fromkeys(("fork", "forkpty"), NO_FORK),
        **dict.fromkeys(("openpty", "posix_openpt", "unlockpt"), NO_TERMINALS),
    },
    "_socket": {
        "socketpair": NO_SOCKETS,
        **dict.fromkeys(("getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"), NO_NAMES),
    },
}
_MISSING = ("forkpty",)
_OF_NAMES = ("gaierror", "herror")


def explain(function, why: str):
    """*function*, whose failures for want of the thing itself say why."""

    def explained(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except OSError as error:
            if error.errno in (errno.ENOSYS, errno.ENOLCK, errno.ENOEXEC) or type(error).__name__ in _OF_NAMES:
                error.add_note(why)
            raise

    # As functools.wraps does, which a start without a snapshot would take 60 ms to import and compile.
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        if hasattr(function, name):
            setattr(explained, name, getattr(function, name))
    explained.__wrapped__ = function
    return explained


def refuse(why: str):
    """Raise what a C module raises for what its system lacks, with the reason."""
    import posix

    error = OSError(errno.ENOSYS, posix.strerror(errno.ENOSYS))
    error.add_note(why)
    raise error


def _refuse(name: str):
    def refused(*args, **kwargs):
        import posix

        raise OSError(errno.ENOSYS, posix.strerror(errno.ENOSYS))

    refused.__name__ = refused.__qualname__ = name
    return refused


def install() -> None:
    """Put the reasons behind the functions, before other modules take their names from there."""
    for module_name, reasons in _REASONS.items():
        module = __import__(module_name)
        for name, why in reasons.items():
            function = getattr(module, name, None) or (_refuse(name) if name in _MISSING else None)
            if function is not None:
                setattr(module, name, explain(function, why))
