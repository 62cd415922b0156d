"""Run a command on a new terminal of 33 rows and 101 columns, type a few lines, and repeat what it shows."""

import fcntl
import os
import pty
import struct
import sys
import termios

child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", 33, 101, 0, 0))
    settings = termios.tcgetattr(0)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(0, termios.TCSANOW, settings)
    os.execv(sys.argv[1], sys.argv[1:])
os.write(terminal, b"typed line\nsecond line\nthird line\n\x04")
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break  # EIO: nobody has the terminal open any more
    sys.stdout.buffer.write(part.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
