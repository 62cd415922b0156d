# Joined letters, and -E: variables of python's do not count; what stands behind the script is its own.
import sys

names = "optimize dont_write_bytecode no_user_site ignore_environment quiet isolated bytes_warning".split()
print({name: getattr(sys.flags, name) for name in names}, sys.dont_write_bytecode, sys.argv, "/nowhere" in sys.path)
