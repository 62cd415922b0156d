"""Says its words."""
import sys

print(*sys.argv[1:])
