# All three streams are the terminal, text goes out line by line, and its size is known.
import os
import shutil
import sys

print([stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)], sys.stdout.line_buffering, sys.stdin.line_buffering)
print(tuple(os.get_terminal_size()), tuple(os.get_terminal_size(0)), tuple(shutil.get_terminal_size()))
print(sys.stdin.encoding, sys.stdout.encoding, sys.stdout.errors, sys.stdin.mode, sys.stdout.mode)
