"""Says which Python this is, and the same in all words."""
import sys

print(sys.version.split()[0])
print("Python", sys.version)
