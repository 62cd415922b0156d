"""Calls of the system with paths of Windows in every form, each of which must arrive as it is written."""

import os

PATHS = (
    "C:\\a\\b", "C:/a\\..\\b", "C:b", "\\a\\.\\b", "..\\a\\b.", "\\\\?\\C:\\a\\b", "\\\\server\\share\\b", "nul", "a\\\udc80",
)
for path in PATHS:
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError:
        pass
