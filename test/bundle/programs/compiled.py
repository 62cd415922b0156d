"""How many of the modules that are named have code that was compiled before: the same as their source has now."""

import importlib.util
import marshal
import sys

found = count = 0
for name in sys.argv[1:]:
    spec = importlib.util.find_spec(name)
    if spec.cached is None:
        continue  # in C, or of another place than the library
    count += 1
    try:
        with open(spec.cached, "rb") as file:
            kept = file.read()
    except FileNotFoundError:
        continue
    with open(spec.origin, "rb") as file:
        source = file.read()
    code = compile(source, spec.origin, "exec", dont_inherit=True)
    unchecked, hashed = kept[4:8] == b"\x01\0\0\0", kept[8:16] == importlib.util.source_hash(source)  # PEP 552
    found += unchecked and hashed and marshal.loads(kept[16:]) == code
print(f"{count} modules, {'all' if found == count else found} compiled before")
