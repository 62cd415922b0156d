"""Identifiers beyond 32 bits are refused before anybody is asked: setuid(2), setgid(2), setgroups(2)."""

import os

for name in ("setuid", "seteuid", "setgid", "setegid"):
    for value in (2**32, 2**40, -2, "x"):
        try:
            print(name, getattr(os, name)(value))
        except (OverflowError, TypeError) as error:
            print(name, value, type(error).__name__)  # the words depend on the width of a C long
