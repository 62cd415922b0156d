"""Run a script on the layer of `src/dialect/python2.py`, under a Python 3 that is installed.

usage: run_python2.py SCRIPT [ARGUMENT ...]
"""

import os
import sys
import types

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src"))
from dialect import python2  # noqa: E402

script = sys.argv[1]
sys.argv = sys.argv[1:]
sys.path[:2] = [os.path.dirname(script)]
main = types.ModuleType("__main__")
main.__file__ = script
sys.modules["__main__"] = main


def show(kind, error, traceback):
    entries = python2.without_layer(traceback.tb_next)  # the first frame is this file's
    sys.__excepthook__(kind, error.with_traceback(entries), entries)


sys.excepthook = show
with open(script, "rb") as stream:
    code = python2.prepare(stream.read(), script, vars(main))
exec(code, vars(main))
