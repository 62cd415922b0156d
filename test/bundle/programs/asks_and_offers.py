"""A module that was left out: who asks hears that it is not there, and who offers it, later than all others, is asked."""

import importlib.machinery
import importlib.util
import sys

print(importlib.util.find_spec("sqlite3"), "sqlite3" in sys.modules)
try:
    "x".encode("big5")
except LookupError as error:
    print(error)


class Offers:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, Offers) if name == "sqlite3" else None

    create_module = staticmethod(lambda spec: None)
    exec_module = staticmethod(lambda module: print("executes", module.__name__))


sys.meta_path.append(Offers)
import sqlite3  # noqa: E402, F401
