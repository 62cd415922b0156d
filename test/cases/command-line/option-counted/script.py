# Letters that count, variables that count as they do, -X without a value against its variable, -R against the seed of hash().
import sys

names = "debug quiet inspect interactive optimize bytes_warning hash_randomization".split()
print({name: getattr(sys.flags, name) for name in names}, sys.pycache_prefix)
