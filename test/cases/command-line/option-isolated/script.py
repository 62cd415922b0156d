# -I: neither the script's folder nor python's variables.
import sys

print(sys.flags.isolated, sys.flags.ignore_environment, sys.flags.no_user_site, sys.flags.safe_path, "/nowhere" in sys.path)
try:
    import beside
except ImportError as error:
    print(error)
