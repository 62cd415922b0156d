"""Imports every module of the library and every built-in one; prints what came of it as JSON."""

import importlib
import io
import json
import os
import pkgutil
import sys
import warnings

warnings.simplefilter("ignore")
real, sys.stdout = sys.stdout, io.StringIO()  # `import this` prints
names = set(sys.builtin_module_names)


def walk(path: str, prefix: str) -> None:
    for module in pkgutil.iter_modules([path], prefix):
        if module.name.endswith("__main__"):
            continue  # programs, not modules
        names.add(module.name)
        if module.ispkg:
            walk(os.path.join(path, module.name.rpartition(".")[2]), module.name + ".")


walk(os.path.dirname(os.__file__), "")
imported, refused, broken = 0, {}, {}
for name in sorted(names - {"antigravity"}):  # that one opens a browser
    try:
        importlib.import_module(name)
        imported += 1
    except ImportError as error:
        refused[name] = str(error)
    except BaseException as error:
        broken[name] = f"{type(error).__name__}: {error}"
sys.stdout = real
print(json.dumps({"imported": imported, "refused": refused, "broken": broken}))
