"""Runs a command with a terminal of its own as its streams: in_terminal.py COLUMNS ROWS UMASK COMMAND...; ends as it does."""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, rows, mask, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", int(rows), int(columns), 0, 0))
    os.umask(int(mask, 8))
    os.execv(command[0], command)
said = b""
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:  # EIO: nobody has it open any more
        break
    if not part:
        break
    said += part
sys.stderr.buffer.write(said)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
