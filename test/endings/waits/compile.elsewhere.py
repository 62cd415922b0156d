"""A large module, nested too deeply in its first line for the stack of the seat."""
import os
import sys

from ready import ready

with open("large.py", "w") as file:
    file.write("[" * 90 + "]" * 90 + "\n")
    file.writelines(f"def f{n}(a, b):\n    return [a + {n}, b * {n}, (a, b)]\n" for n in range(100_000))
sys.path.insert(0, os.getcwd())
ready()
import large  # noqa: E402, F401
