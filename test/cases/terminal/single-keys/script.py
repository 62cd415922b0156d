# Raw mode: each key by itself, also those that would be signals; then as it was.
import os
import termios
import tty

before = termios.tcgetattr(0)
tty.setraw(0)
try:
    os.write(1, b"press\r\n")
    keys = b""
    while len(keys) < 5:
        keys += os.read(0, 1)
finally:
    termios.tcsetattr(0, termios.TCSADRAIN, before)
print(keys, termios.tcgetattr(0) == before)
