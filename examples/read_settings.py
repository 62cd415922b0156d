# Reads settings, says what is missing, and ends with a code that a client can look at.
import json
import os
import sys

path = os.environ.get("SETTINGS", os.path.join(os.path.dirname(os.path.abspath(__file__)), "settings.json"))
try:
    with open(path, encoding="utf-8") as file:
        settings = json.load(file)
except FileNotFoundError:
    sys.exit(f"{path} is missing")
missing = [name for name in ("server", "user") if name not in settings]
if missing:
    print("missing:", *missing, file=sys.stderr)
    sys.exit(3)
print(f"{settings['user']} at {settings['server']}")
