"""Walks everything that can be walked and prints what belongs to a bridge to JavaScript."""

import gc
import sys
import warnings

warnings.simplefilter("ignore")
WORDS = ("pyodide", "jsproxy", "hiwire", "jsexception")


def suspicious(name: object) -> bool:
    name = str(name).lower()
    return name == "js" or any(word in name for word in WORDS)


def subclasses(cls: type, seen: set) -> set:
    for sub in type.__subclasses__(cls):
        if sub not in seen:
            seen.add(sub)
            subclasses(sub, seen)
    return seen


found = [name for name in (*sys.modules, *sys.builtin_module_names) if suspicious(name)]
found += [cls for cls in subclasses(object, set()) if suspicious(cls.__name__) or suspicious(cls.__module__)]
found += [type(item) for item in gc.get_objects() if suspicious(type(item).__name__)]
for name in ("js", "pyodide_js", "_pyodide_core", "pyodide", "_pyodide"):
    try:
        __import__(name)
        found.append(name)
    except ModuleNotFoundError:
        pass
print(found)
