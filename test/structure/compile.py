"""Compiles the Python files named on standard input, one a line, and says which do not compile; writes nothing."""

import sys

failed = 0
for line in sys.stdin:
    path = line.rstrip("\n")
    with open(path, "rb") as file:
        source = file.read()
    try:
        compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        failed += 1
        print(f"{path}: {error}")
sys.exit(1 if failed else 0)
