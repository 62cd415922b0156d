"""Why python cannot start at all, as Py_ExitStatusException says it: CPython Python/pylifecycle.c, fatal_error."""

__all__ = ["Fatal"]


class Fatal(Exception):
    """args: what failed, the state of the runtime, and the exception behind it as a line, if any."""

    def __str__(self) -> str:
        what, state, *cause = self.args
        return "\n".join([f"Fatal Python error: {what}", f"Python runtime state: {state}", *cause, "", ""])
