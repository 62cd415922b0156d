# -u: what is written is there at once, also from os._exit.
import os
import sys

sys.stdout.write("no line end")
print(sys.stdout.line_buffering, sys.stdout.write_through, end="")
os._exit(3)
