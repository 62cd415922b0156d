"""Says which of its arguments are neither loaded nor built in, in the image of a script that imports nothing else."""

import sys

image = "full" if "zipfile" in sys.modules else "bare"
missing = [name for name in sys.argv[1:] if name not in sys.modules and name not in sys.builtin_module_names]
print(f"{image}:", missing)
