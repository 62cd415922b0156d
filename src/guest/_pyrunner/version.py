"""What -VV prints: run as the program."""

import sys

__all__: list = []

print("Python", sys.version)
