"""The registry, which is not offered yet: importlib needs the name while Python starts, a script is told why there is none."""

import sys

if "site" in sys.modules:
    raise ImportError("winreg: the registry is not offered on this platform yet", name="winreg")
