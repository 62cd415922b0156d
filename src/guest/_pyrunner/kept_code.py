"""The main script's code between its runs: kept-code.ts holds the files, one for each source.

A file may be damaged, and unmarshalling would trust it: so the code has a sum in front.
"""

from _imp import _fix_co_filename
from binascii import crc32
from marshal import dumps, loads

from _pyrunner import call

__all__ = ["compile_and_keep", "restore"]

_SUM_BYTES = 4


def restore(kept: bytes, path: str):
    """The code in *kept*, as if it was compiled from *path*; None when it is damaged."""
    code = kept[_SUM_BYTES:]
    if int.from_bytes(kept[:_SUM_BYTES], "little") != crc32(code):
        return None
    code = loads(code)
    _fix_co_filename(code, path)
    return code


def compile_and_keep(source: bytes, path: str):
    """Compile, and keep what compiled without a warning: who runs the script again has to be warned again."""
    import warnings

    warned = False
    show = warnings._showwarnmsg

    def note(message):
        nonlocal warned
        warned = True
        show(message)

    warnings._showwarnmsg = note
    try:
        code = compile(source, path, "exec", dont_inherit=True)
    finally:
        warnings._showwarnmsg = show
    if not warned:
        data = dumps(code)
        call("run.keep_code", crc32(data).to_bytes(_SUM_BYTES, "little") + data)
    return code
