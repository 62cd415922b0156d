"""Run a command on a new terminal of 33 rows and 101 columns, type a few lines, and repeat what it shows."""

import fcntl
import os
import pty
import struct
import sys
import termios

terminal, its_end = pty.openpty()
fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("4H", 33, 101, 0, 0))
settings = termios.tcgetattr(its_end)
settings[3] &= ~termios.ECHO  # before anything is typed
termios.tcsetattr(its_end, termios.TCSANOW, settings)
child = os.fork()
if child == 0:
    os.close(terminal)
    os.login_tty(its_end)
    os.execv(sys.argv[1], sys.argv[1:])
os.close(its_end)
os.write(terminal, b"typed line\nsecond line\nthird line\n\x04")
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break  # EIO: nobody has the terminal open any more
    sys.stdout.buffer.write(part.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
