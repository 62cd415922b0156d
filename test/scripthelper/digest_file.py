"""Print, as JSON, digests of files and the errors of `scripthelper.digest_file`.

usage: digest_file.py FILE ALGORITHM ...     in a folder that the test made
"""

import json
import os
import pathlib
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
import scripthelper as sh  # noqa: E402


def outcome(*arguments):
    try:
        return sh.digest_file(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


name, *algorithms = sys.argv[1:]
json.dump({
    "digests": {algorithm: outcome(name, algorithm) for algorithm in algorithms},
    "default": outcome(name),
    "bytes": outcome(os.fsencode(name)),
    "pathlike": outcome(pathlib.Path(name)),
    "unknown": outcome(name, "sha-3.14"),
    "variable length": outcome(name, "shake_128"),
    "unknown before missing": outcome("nonexistent", "nothing"),
    "missing": outcome("nonexistent"),
    "directory": outcome("."),
    "nul": outcome("a\0b"),
    "descriptor": outcome(0),
}, sys.stdout)
