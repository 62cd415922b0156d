"""Compiling the main script: Python 3 as it is, Python 2 through its layer."""

__all__ = ["compile_script"]


def compile_script(source: bytes, path: str, namespace: dict):
    """The script's code; *namespace* gets what its dialect needs."""
    from _pyrunner.dialect import rule

    if rule.may_be_python2(source) and rule.decide(source, path).dialect == 2:
        from _pyrunner.dialect import python2

        return python2.prepare(source, path, namespace)
    return compile(source, path, "exec", dont_inherit=True)
