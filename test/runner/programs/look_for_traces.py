"""Prints all that a process keeps and a script can see, one fact a line; a fresh process is what it is compared with."""

import sys

modules = sorted(sys.modules)
import atexit
import builtins
import codecs
import copyreg
import ctypes
import decimal
import gc
import linecache
import locale
import logging
import os
import re
import resource
import signal
import socket
import tempfile
import threading
import time
import urllib.request
import warnings

from _pyrunner import call


def say(name, value):
    print(name, repr(value))


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return type(error).__name__


def names(thing):
    return sorted(vars(thing))


# The word comes turned around and so is the memory, so that looking for it does not put it there.
found = set()
BLOCKS = 24  # of a megabyte: what the memory of a guest has at least
for block in range(BLOCKS):
    memory = ctypes.string_at((block << 20) | 1, 1 << 20 if block < BLOCKS - 1 else (1 << 20) - 1)[::-1]
    found.update(encoding for encoding in ("ascii", "utf-16-be", "utf-32-be") if sys.argv[1].encode(encoding) in memory)
say("memory", sorted(found))
word = sys.argv[1][::-1]
say("argv", len(sys.argv))
say("modules", modules)
say("builtins", names(builtins))
for name in modules:
    if name != "__main__":
        say(name, names(sys.modules[name]) if isinstance(sys.modules[name], type(sys)) else type(sys.modules[name]))
say("none", [name for name in modules for key, value in vars(sys.modules[name]).items() if type(value).__name__ == "Leak"])
say("meta_path", [str(type(finder)) for finder in sys.meta_path])
say("path", sys.path[1:])
say("path_hooks", [str(type(hook)) for hook in sys.path_hooks])
say("importers", sorted(map(str, sys.path_importer_cache)))
say("environment", sorted(os.environ.items()))
say("zone", (time.tzname, time.timezone, time.localtime(0)[:6]))
say("folder", os.getcwd())
mask = os.umask(0o22)
say("mask", mask)
say("handlers", [(number, str(type(attempt(signal.getsignal, number)))) for number in range(1, 32)])
say("ignored", [number for number in range(1, 32) if attempt(signal.getsignal, number) == signal.SIG_IGN])
say("timers", [signal.getitimer(which) for which in (0, 1, 2)])
say("blocked", signal.pthread_sigmask(signal.SIG_BLOCK, ()))
say("pending", signal.sigpending())
say("limit", resource.getrlimit(resource.RLIMIT_NOFILE))
say("descriptors", [fd for fd in range(64) if attempt(os.fstat, fd) != "OSError"])
pipe = os.pipe()
say("pipe", (pipe, os.fstat(pipe[0]).st_ino))
say("children", attempt(os.waitpid, -1, os.WNOHANG))
say("recursion", sys.getrecursionlimit())
say("interval", sys.getswitchinterval())
say("digits", sys.get_int_max_str_digits())
say("trace", (sys.gettrace(), sys.getprofile(), threading.gettrace()))
for hook in ("excepthook", "displayhook", "unraisablehook", "breakpointhook"):
    say(hook, getattr(sys, hook) is getattr(sys, f"__{hook}__"))
say("threads hook", threading.excepthook is threading.__excepthook__)
say("threads", [thread.name for thread in threading.enumerate()])
say("last", [name for name in ("last_value", "last_exc", "last_traceback", "ps1") if hasattr(sys, name)])
say("tools", [sys.monitoring.get_tool(number) for number in range(6)])
say("flags", sys.flags)
say("bytecode", sys.dont_write_bytecode)
say("gc", (gc.isenabled(), gc.get_threshold(), len(gc.callbacks), gc.get_freeze_count() > 0))
say("atexit", atexit._ncallbacks())
say("filters", [str(item) for item in warnings.filters])
say("showwarning", warnings.showwarning.__module__)
say("codec error", attempt(codecs.lookup_error, word))
say("dispatch", sorted(map(str, copyreg.dispatch_table)))
say("decimal", str(decimal.getcontext()))
say("lines", sorted(name for name in linecache.cache if not name.startswith("<")))
say("locale", locale.setlocale(locale.LC_ALL))
say("loggers", (logging.root.level, logging.root.handlers, sorted(logging.root.manager.loggerDict)))
say("patterns", sorted(key[1] for key in re._cache if isinstance(key[1], str)))
say("timeout", socket.getdefaulttimeout())
say("temporary", tempfile.tempdir)
say("opener", urllib.request._opener)
say("digests", [attempt(call, "crypto.result", handle, 32) for handle in range(1, 6)])
say("streams", [(stream.name, stream.mode, stream.closed, stream.errors) for stream in (sys.stdin, sys.stdout, sys.stderr)])
say("classes", [kind.__name__ for kind in object.__subclasses__() if "Leak" in kind.__name__])
say("objects", [type(thing).__name__ for thing in gc.get_objects() if type(thing).__name__ == "Leak"])
