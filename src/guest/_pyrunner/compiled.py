"""The library compiled: what a start would else compile each time, made once for a machine."""

import importlib.util
import os
import zipfile
from importlib import _bootstrap_external

__all__ = ["compile_library"]

LIBRARY = os.path.dirname(os.__file__)


def compile_library() -> None:
    """Write library.zip in the working directory: files as PEP 552's unchecked ones, of those modules that come without."""
    with zipfile.ZipFile("library.zip", "w") as archive:
        for folder, folders, names in os.walk(LIBRARY):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                if name.endswith(".py") and not os.path.exists(importlib.util.cache_from_source(path)):
                    _add(archive, path)


def _add(archive: zipfile.ZipFile, path: str) -> None:
    with open(path, "rb") as file:
        source = file.read()
    code = compile(source, path, "exec", dont_inherit=True)
    # As py_compile does it, which a bundle may lack.
    bytecode = _bootstrap_external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
    name = os.path.relpath(importlib.util.cache_from_source(path), LIBRARY)
    archive.writestr(zipfile.ZipInfo(name), bytecode)
