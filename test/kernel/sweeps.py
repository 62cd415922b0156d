"""Every fault of an argument, through every function of Python that reaches the call: the same error everywhere.

The one argument names a JSON file with the kernel's table.  A call that takes a descriptor or a path needs a form in
sweep_forms.py, or a reason why Python cannot reach it.
"""

import inspect
import json
import os
import shutil
import sys

from facts import failure
from sweep_forms import FORMS, THERE, UNREACHED

CLOSED = 199  # a number that nothing here gets as far as


def opened(path: str, flags: int):
    return lambda: os.open(path, flags | os.O_NONBLOCK)


def removed() -> int:
    os.mkdir("removed")
    fd = os.open("removed", os.O_RDONLY)
    os.rmdir("removed")
    return fd


DESCRIPTORS = {
    "closed": CLOSED,
    "negative": -2,
    "far": 1 << 20,
    "no int": 1 << 40,
    "text": "file",
    "None": None,
    "file": opened(THERE, os.O_RDWR),
    "read-only": opened(THERE, os.O_RDONLY),
    "write-only": opened(THERE, os.O_WRONLY),
    "O_PATH": opened(THERE, os.O_PATH),
    "directory": opened("dir", os.O_RDONLY),
    "directory O_PATH": opened("dir", os.O_PATH),
    "FIFO": opened("fifo", os.O_RDWR),
}

# Name of an argument -> what is wrong with it; a function makes what cannot be written down.
FAULTS = {
    "fd": DESCRIPTORS,
    # Calls that change nothing about the file itself may also have those of the system.
    "stream": DESCRIPTORS
    | {
        "null": opened("/dev/null", os.O_RDWR),
        "full": opened("/dev/full", os.O_RDWR),
        "proc": opened("/proc/version", os.O_RDONLY),
    },
    "path": {
        "empty": "",
        "absent": "absent",
        "below absent": "absent/x",
        "below a file": "file/x",
        "file and slash": "file/",
        "name too long": "n" * 256,
        "path too long": "./" * 2048 + "x",
        "long enough": "./" * 2030 + "absent",
        "not UTF-8": b"\xff\xfe",
        "surrogate": "\udcff",
        "no byte": "\ud800",
        "NUL": "a\0b",
        "NUL in bytes": b"a\0b",
        "loop": "loop",
        "below a loop": "loop/x",
        "dangling": "dangling",
        "directory": "dir",
        "full directory": "full",
        "dot": ".",
        "link": "link",
        "link to directory": "dirlink",
        "fifo": "fifo",
        "in /proc": "/proc/absent",
        "number": 1.5,
        "list": [],
    },
    "dir_fd": {
        "closed": CLOSED,
        "negative": -7,
        "no int": 1 << 40,
        "text": "dir",
        "file": opened(THERE, os.O_RDONLY),
        "O_PATH of a file": opened(THERE, os.O_PATH),
        "directory": opened("full", os.O_RDONLY),
        "directory O_PATH": opened("full", os.O_PATH),
        "removed": removed,
    },
    "flags": {"none": 0, "unknown": 1 << 29, "all": 0x7FFFFFFF, "negative": -1},
    "onto": {"negative": -2, "far": 1 << 30, "free": 71},
    "command": {"unknown": 9999, "negative": -1, "large": 0x7FFFFFFF, "text": "exit 4", "NUL": "a\0b", "empty": ""},
    "whence": {"unknown": 77, "negative": -1},
    "offset": {"negative": -1, "no offset": 1 << 63, "text": "1"},
    "length": {"negative": -1, "zero": 0, "no length": 1 << 63},
    "advice": {"unknown": 77, "negative": -1},
    "mode": {"unknown": 8, "negative": -1},
    "clock": {"unknown": 77, "negative": -100},
    "pid": {"nobody": 999999999, "no int": 1 << 40},
    "signal": {"unknown": 65, "negative": -1},
    "seconds": {"negative": -1, "text": "1", "not a number": float("nan")},
}


def outcome(function, arguments: dict) -> str:
    try:
        result = function(**arguments)
    except OSError as error:
        # The names an error carries differ between versions of CPython; other tests compare them.
        return failure(OSError(error.errno, error.strerror))
    except Exception as error:
        return type(error).__name__
    return repr(result) if result is None or isinstance(result, (bool, int, bytes)) else type(result).__name__


def sweep(call: str, form: str, function) -> None:
    parameters = list(inspect.signature(function).parameters)
    for wrong in parameters:
        for name, value in FAULTS[wrong].items():
            first = os.dup(0)
            arguments = {wrong: value() if callable(value) else value}
            arguments |= {
                other: os.open(THERE, os.O_RDWR) for other in ("fd", "stream") if other in parameters and other != wrong
            }
            print(call, form, f"{wrong}={name}:", outcome(function, arguments))
            os.closerange(first, CLOSED)
            lay_out()


def lay_out() -> None:
    """Make the working folder have one of each kind, anew if a call has changed that."""
    os.chdir(TOP)
    if os.path.isdir("work"):
        os.chdir("work")
        if sorted(os.listdir(".")) == LAID_OUT and sorted(os.listdir("full")) == ["file", "link"] and not os.listdir("dir"):
            return
        os.chdir(TOP)
        shutil.rmtree("work")
    os.mkdir("work")
    os.chdir("work")
    for name in ("dir", "full"):
        os.mkdir(name)
    for name in (THERE, "full/file", "full/link"):
        with open(name, "w") as stream:
            stream.write("content")
    for target, name in (("file", "link"), ("dir", "dirlink"), ("nowhere", "dangling"), ("loop", "loop")):
        os.symlink(target, name)
    os.mkfifo("fifo")


LAID_OUT = ["dangling", "dir", "dirlink", "fifo", THERE, "full", "link", "loop"]
TOP = os.getcwd()


def main() -> None:
    with open(sys.argv[1]) as stream:
        table = {call["name"]: call for call in json.load(stream)}
    needed = {name for name, call in table.items() if any(kind != "value" for _, kind in call["args"])}
    missing = sorted(needed - FORMS.keys() - UNREACHED.keys())
    lay_out()
    for call, forms in FORMS.items():
        for form, function in forms:
            sweep(call, form, function)
    for name in missing:
        print("no form and no reason for", name)


main()
