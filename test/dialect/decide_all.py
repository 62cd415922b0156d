"""Print, as JSON, what the rule says of every script in some folders: [path, may be 2, dialect, reason].

usage: decide_all.py FOLDER ...     a FOLDER may begin with {library}, where Python's own library lies
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src"))
from dialect.rule import decide, may_be_python2  # noqa: E402

rows = []
for argument in sys.argv[1:]:
    folder = argument.replace("{library}", os.path.dirname(os.__file__))
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".py") and os.path.isfile(path):
            with open(path, "rb") as stream:
                source = stream.read()
            decision = decide(source, path)
            rows.append([path, may_be_python2(source), decision.dialect, decision.reason])
json.dump(rows, sys.stdout)
