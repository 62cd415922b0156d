"""Compiling the main script: Python 3 as it is, Python 2 through its layer."""

import sys

from _pyrunner import options

__all__ = ["check_command", "compile_script", "compiled", "dedented"]


def compile_script(source: bytes, path: str, namespace: dict, compile_python3=None):
    """The script's code; *namespace* gets what its dialect needs.

    *compile_python3(source, path)* compiles what is not Python 2.
    """
    if (options.dialect or _dialect_of(source, path)) == 2:
        from _pyrunner.dialect import python2

        try:
            return python2.prepare(source, path, namespace)
        except SyntaxError as error:
            error.add_note(_PYTHON2_UNREAD)
            raise
    if compile_python3 is not None:
        return compile_python3(source, path)
    return compile(source, path, "exec", dont_inherit=True)


_PYTHON2_UNREAD = (
    "py-runner takes this script for Python 2, whose syntax it reads as far as it is Python 3's too: print(x), not print x"
)


def _dialect_of(source: bytes, path: str) -> int:
    from _pyrunner.dialect import rule

    return rule.decide(source, path).dialect if rule.may_be_python2(source) else 3


def compiled(name: str, source: bytes):
    """The code of a .pyc file; None where it is none. CPython Python/pythonrun.c, maybe_pyc_file and run_pyc_file."""
    magic = sys.modules["_frozen_importlib_external"].MAGIC_NUMBER
    if not name.endswith(".pyc") and not source.startswith(magic):
        return None
    if not source.startswith(magic):
        raise RuntimeError("Bad magic number in .pyc file")
    import marshal

    code = marshal.loads(source[16:])
    if type(code) is not type(compiled.__code__):
        raise RuntimeError("Bad code object in .pyc file")
    return code


def dedented(source: str) -> str:
    """-c takes code that is indented as a whole: Modules/main.c, pymain_run_command."""
    if source.lstrip("\n")[:1] not in (" ", "\t"):
        return source
    import textwrap

    return textwrap.dedent(source)


def check_command(source: str) -> None:
    """Modules/main.c, pymain_run_command."""
    try:
        source.encode()
    except UnicodeEncodeError:
        print("Unable to decode the command from the command line:", file=sys.stderr)
        raise
