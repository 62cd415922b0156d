"""The core of ctypes, which on Windows loads kernel32.dll when it is imported: not offered yet."""

raise ImportError("ctypes: foreign libraries are not offered on this platform yet", name="_ctypes")
