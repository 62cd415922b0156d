"""Imports a module that the script's folder hides, and says how strings are hashed."""

import random
import sys

print(random.here, sys.flags.hash_randomization)
