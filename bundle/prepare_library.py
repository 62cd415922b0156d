"""Unpacks and compiles the standard library, and compiles the guest's modules; run by the engine itself.

The plan (JSON, named by the first argument) says where everything is.  Library
files get unchecked-hash ``.pyc`` files (PEP 552): the interpreter's own files do
not change behind it, so nothing is looked at twice.
"""

import json
import marshal
import os
import py_compile
import struct
import sys
import zipfile

# Pyodide's own packages, and its stand-ins for modules that this product replaces.
LEFT_OUT = ("pyodide/", "_pyodide/", "webbrowser.py", "ssl.py", "_ssl.py", "site-packages/")
# What Pyodide adds in the middle of CPython's own files, from its first words to its last; it is taken out again.
ADDED = {"zoneinfo/_common.py": ('        import sys\n        if "tzdata" not in', ' use zoneinfo.")\n')}
GUEST_LIBRARY = "/.py-runner/lib/python3.14"
SYSCONFIG_DATA = "_sysconfigdata__emscripten_wasm32-emscripten.py"
PLATFORMS = ("linux", "darwin")


def unpack(zip_path: str, library: str) -> None:
    with zipfile.ZipFile(zip_path) as archive:
        for name in archive.namelist():
            if not name.startswith(LEFT_OUT) and not name.endswith("/"):
                archive.extract(name, library)
    for platform in PLATFORMS:
        with open(os.path.join(library, SYSCONFIG_DATA)) as source:
            text = source.read()
        with open(os.path.join(library, SYSCONFIG_DATA.replace("emscripten", platform)), "w") as target:
            target.write(text)
    for name, (first, last) in ADDED.items():
        take_out(os.path.join(library, name), first, last)


def take_out(path: str, first: str, last: str) -> None:
    with open(path) as source:
        text = source.read()
    before, after = text.split(first)  # exactly one, or the build stops
    _, after = after.split(last)
    with open(path, "w") as target:
        target.write(before + after)


def compile_library(library: str) -> None:
    for folder, folders, files in os.walk(library):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                shown = GUEST_LIBRARY + path[len(library):]
                mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
                py_compile.compile(path, dfile=shown, doraise=True, invalidation_mode=mode)


def compile_guest(sources: list, target: str) -> None:
    entries = []
    for source in sources:
        with open(source["file"], "rb") as file:
            code = compile(file.read(), f"<py-runner {source['name']}>", "exec", dont_inherit=True)
        entries.append((source, marshal.dumps(code)))
    head = json.dumps([{**{key: s[key] for key in s if key != "file"}, "size": len(code)} for s, code in entries]).encode()
    with open(target, "wb") as file:
        file.write(struct.pack("<I", len(head)) + head + b"".join(code for _, code in entries))


def main() -> None:
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    unpack(plan["zip"], plan["library"])
    compile_library(plan["library"])
    compile_guest(plan["sources"], plan["guest"])


main()
