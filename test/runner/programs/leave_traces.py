"""Leaves something in every place where a process keeps state, then ends in the way that the first argument names.

The second argument is a folder to write in, the third a word that must not be found anywhere afterwards.
"""

import atexit
import builtins
import codecs
import contextvars
import copyreg
import ctypes
import decimal
import fcntl
import gc
import hashlib
import json
import linecache
import locale
import logging
import mmap
import os
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import types
import urllib.request
import warnings

how, folder, word = sys.argv[1:4]


def inside(name):
    return os.path.join(folder, name)


class Leak:
    """Found by its name."""

    def __init__(self):
        self.text = [word + str(i) for i in range(200)]
        self.wide = [word + "\u20ac" + str(i) for i in range(200)]
        self.widest = [word + "\U0001f600" + str(i) for i in range(200)]
        self.data = [bytearray(word.encode() * 50) for i in range(50)]


def audit(event, arguments):
    if event == "exec" and os.environ.get("TRACES") is None:
        open(inside("audited"), "w").close()


keep = Leak()
# modules, builtins, attributes of both
sys.modules["leak"] = types.ModuleType("leak")
builtins.leak = keep
os.leak = sys.leak = json.leak = keep
json.dumps = None
sys.meta_path.append(Leak)
sys.path.append(word)
sys.path_hooks.append(Leak)
# environment, folder, mask
os.environ[word] = word
os.environ["TRACES"] = "1"
os.environ["TZ"] = "Asia/Tokyo"
time.tzset()
os.chdir(folder)
os.umask(0o077)
# signals, timers, limits
signal.signal(signal.SIGUSR2, lambda *_: None)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_REAL, 3600)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
resource.setrlimit(resource.RLIMIT_NOFILE, (200, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
# the interpreter's settings
sys.setrecursionlimit(700)
sys.setswitchinterval(1)
sys.set_int_max_str_digits(0)
sys.settrace(lambda *_: None)
sys.setprofile(lambda *_: None)
sys.excepthook_before, sys.excepthook = sys.excepthook, lambda *_: None
sys.displayhook = sys.unraisablehook = sys.breakpointhook = Leak
sys.last_value = keep
sys.addaudithook(audit)
sys.monitoring.use_tool_id(3, word)
sys.dont_write_bytecode = True
sys.intern(word + "interned")
gc.disable()
gc.set_threshold(1, 1, 1)
gc.callbacks.append(lambda *_: None)
threading.excepthook = Leak
variable = contextvars.ContextVar(word)
variable.set(keep)
# the library's state
atexit.register(lambda: open(inside("atexit"), "a").write("ran\n"))
warnings.simplefilter("error")
warnings.showwarning = Leak
codecs.register_error(word, lambda error: ("", error.end))
codecs.register(lambda name: None)
copyreg.pickle(Leak, lambda leak: (Leak, ()))
decimal.getcontext().prec = 3
linecache.cache[word] = (1, None, [word], word)
locale.setlocale(locale.LC_ALL, "C")
logging.basicConfig(filename=inside("log"), level=1)
logging.getLogger(word).warning(word)
random.seed(word)
re.compile(word)
socket.setdefaulttimeout(3)
tempfile.tempdir = folder
urllib.request.install_opener(urllib.request.build_opener())
digests = [hashlib.new("sha256", word.encode() * 100000) for _ in range(3)]
# the C library's memory and places where no object lies
block = ctypes.create_string_buffer(word.encode() * 1000)
for place in (8 << 20, 14 << 20, 24 << 20):  # of the stack, above it, behind the heap
    ctypes.memmove(place, word.encode(), len(word))
# descriptors
opened = open(inside("opened"), "w")
opened.write("buffered")
duplicates = [os.dup(opened.fileno()) for _ in range(5)]
directory = os.open(folder, os.O_RDONLY)
os.mkfifo(inside("fifo"))
fifo = os.open(inside("fifo"), os.O_RDWR | os.O_NONBLOCK)
os.write(fifo, b"left in the fifo")
locked = open(inside("locked"), "w+")
fcntl.flock(locked, fcntl.LOCK_EX)
locked.write("x" * 5000)
locked.flush()
mapped = mmap.mmap(locked.fileno(), 4096)
mapped[:5] = b"yyyyy"
answer = urllib.request.urlopen(sys.argv[4]) if len(sys.argv) > 4 else None
pipes = [os.pipe() for _ in range(3)]
os.write(pipes[0][1], word.encode())
child = subprocess.Popen(["sleep", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
signal.signal(signal.SIGCHLD, lambda *_: None)
os.system("exec true")
os.dup2(opened.fileno(), 9)
sys.argv.append(word)
sys.stdin = sys.stdout = open(os.devnull)

sys.settrace(None)
sys.setprofile(None)


def recurse(depth):
    return recurse(depth + 1) + depth


def main():
    if how == "exit":
        sys.exit(3)
    if how == "os_exit":
        os._exit(4)
    if how == "raise":
        raise ValueError(word)
    if how == "recurse":
        recurse(0)
    if how == "nest":
        nested = None
        for _ in range(100_000):
            nested = [nested]
        repr(nested)
    if how == "interrupt":
        signal.raise_signal(signal.SIGINT)
    if how == "grow":
        keep.much = [word.encode() * 100_000 for _ in range(12)]
    if how == "grow_much":
        keep.much = bytearray(150 << 20)
    if how == "sleep":
        time.sleep(600)
    if how == "stubborn":
        while True:
            try:
                time.sleep(600)
            except KeyboardInterrupt:
                pass
    if how == "busy":
        sum(range(10**12))
    if how == "scribble":
        ctypes.memset(1 << 20, 0x55, 1 << 20)
    if how == "trap":
        ctypes.string_at(1 << 31)


main()
