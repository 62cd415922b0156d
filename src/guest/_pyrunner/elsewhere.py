"""Source that this seat's stack is too small to compile is compiled in a worker, whose stack is deep."""

from marshal import dumps, loads

from _pyrunner import call

__all__ = ["install", "work"]


def install() -> None:
    """Let the import system try again elsewhere."""
    from importlib._bootstrap_external import SourceLoader

    compile_here = SourceLoader.source_to_code

    def source_to_code(self, data, path, *args, **kwargs):
        try:
            return compile_here(self, data, path, *args, **kwargs)
        except (RecursionError, MemoryError):
            if isinstance(data, (bytes, bytearray, memoryview)) and isinstance(path, str):
                code = call("compile.elsewhere", path.encode("utf-8", "surrogateescape"), kwargs.get("_optimize", -1), data=data)
                if code is not None:
                    return loads(code)
            raise

    source_to_code.__doc__ = compile_here.__doc__
    # The import system's own frames are not shown in tracebacks: CPython Python/import.c, remove_importlib_frames.
    source_to_code.__code__ = source_to_code.__code__.replace(co_filename=compile_here.__code__.co_filename)
    SourceLoader.source_to_code = source_to_code


def work() -> None:
    """The worker's side: compile what the host hands over; a SyntaxError there is for the asking side to find by itself."""
    path, optimize, source = call("compile.job")
    try:
        code = compile(source, path.decode("utf-8", "surrogateescape"), "exec", dont_inherit=True, optimize=optimize)
    except Exception:
        call("compile.done", None)
    else:
        call("compile.done", dumps(code))
