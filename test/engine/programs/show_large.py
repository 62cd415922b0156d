"""The end of a script whose beginning is large, and the same as a module."""

print(y, s, c)  # noqa: F821 - set in the beginning
import large  # noqa: E402

print(large.y, large.s, large.c)
