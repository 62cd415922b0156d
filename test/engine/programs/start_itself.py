"""Prints sys.executable, and what it answers when it is started with an empty PATH and nothing else."""

import subprocess
import sys

print(sys.executable)
print(subprocess.check_output([sys.executable, "--no-snapshot", "-c", "print(6 * 7)"], env={"PATH": ""}).decode(), end="")
