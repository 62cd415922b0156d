"""Modules that only the Python of Windows, or of macOS, has."""

for name in ("nt", "_winapi", "winreg", "msvcrt", "_overlapped", "_scproxy", "_internet_settings"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
