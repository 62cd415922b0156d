"""Ends in the way that its argument names, as leave_traces.py does, for a Python that is not ours."""

import os
import signal
import sys


def recurse(depth):
    return recurse(depth + 1) + depth


how = sys.argv[1]
if how == "exit":
    sys.exit(3)
if how == "os_exit":
    os._exit(4)
if how == "raise":
    raise ValueError
if how in ("recurse", "nest"):
    recurse(0)
if how == "interrupt":
    signal.raise_signal(signal.SIGINT)
