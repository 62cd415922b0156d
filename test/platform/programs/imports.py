"""Modules and packages are found beside the script and on paths written in any way; those of other systems are not."""

import importlib
import os
import sys
import zipfile

os.makedirs("one\\two\\package")
for name, text in {
    "one\\two\\package\\__init__.py": "from . import part",
    "one\\two\\package\\part.py": "print(__file__, __name__, __package__)",
    "one\\plain.py": "value = 1",
    "beside.py": "print(__file__)",
}.items():
    with open(name, "w") as file:
        file.write(text + "\n")
importlib.invalidate_caches()
import beside  # noqa: E402, F401

sys.path.insert(0, "one\\two")
import package  # noqa: E402, F401

sys.path.insert(0, "C:/app/one")
import plain  # noqa: E402

print(plain.__file__, plain.__cached__, plain.__spec__.origin)
with zipfile.ZipFile("packed.zip", "w") as archive:
    archive.writestr("zipped/__init__.py", "print(__file__, __name__)")
sys.path.insert(0, "C:\\app\\packed.zip")
import zipped  # noqa: E402, F401
import json.decoder  # noqa: E402

print(json.decoder.__file__, json.decoder.JSONDecoder.decode.__code__.co_filename)
for name in ("posix", "pwd", "grp", "fcntl", "termios", "resource", "winreg", "ctypes", "_posixsubprocess"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(type(error).__name__, error)
import asyncio, msvcrt, multiprocessing, shutil, socket, subprocess, sysconfig  # noqa: E401, E402

print(subprocess._mswindows, sysconfig.get_paths()["purelib"], asyncio.ProactorEventLoop.__name__)
print(msvcrt.setmode(1, os.O_BINARY) == os.O_BINARY)
