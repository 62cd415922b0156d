"""Imports every module named in a file, a line each, in an interpreter that has nothing else yet; names those that fail."""

import importlib
import sys
import warnings

warnings.simplefilter("ignore")
with open(sys.argv[1]) as file:
    names = file.read().split()
failed = 0
for name in names:
    try:
        importlib.import_module(name)
    except BaseException as error:
        failed += 1
        print(f"{name}: {error!r}")
print(f"{len(names)} modules, {failed} failed")
print(*sorted(sys.builtin_module_names))
