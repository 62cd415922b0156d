"""Modules that only the Python of Windows has."""

for name in ("nt", "_winapi", "winreg", "msvcrt", "_overlapped"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
