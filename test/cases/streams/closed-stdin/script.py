# A run that starts without standard input finds nothing to read there.
try:
    print("read", input())
except (RuntimeError, EOFError):
    print("nothing to read")
