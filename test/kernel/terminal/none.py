"""What a terminal would answer, asked of what is none: ENOTTY; of nothing: EBADF."""

import fcntl
import os
import shutil
import sys
import termios

from facts import attempt, fact

file = os.open("file", os.O_RDWR | os.O_CREAT)
os.mkfifo("fifo")
kinds = {
    "file": file,
    "FIFO": os.open("fifo", os.O_RDWR),
    "directory": os.open(".", os.O_RDONLY),
    "null": os.open("/dev/null", os.O_RDWR),
    "zero": os.open("/dev/zero", os.O_RDWR),
    "input": 0,
    "closed": 99,
    "negative": -1,
}
for name, fd in kinds.items():
    attempt(f"size of {name}", os.get_terminal_size, fd)
    attempt(f"name of {name}", os.ttyname, fd)
    attempt(f"settings of {name}", termios.tcgetattr, fd)
    attempt(f"group of {name}", os.tcgetpgrp, fd)
    attempt(f"window of {name}", fcntl.ioctl, fd, termios.TIOCGWINSZ, bytes(8))
    attempt(f"unknown request to {name}", fcntl.ioctl, fd, 0x12345678, bytes(8))
fact("isatty", [os.isatty(fd) for fd in kinds.values()], sys.stdout.isatty())
attempt("size by default", lambda: tuple(shutil.get_terminal_size()))
os.environ.update(COLUMNS="123", LINES="45")
attempt("size by the environment", lambda: tuple(shutil.get_terminal_size()))
attempt("waiting bytes of a file", lambda: fcntl.ioctl(file, termios.FIONREAD, bytes(4)))
attempt(
    "waiting bytes of a FIFO", lambda: os.write(kinds["FIFO"], b"abc") and fcntl.ioctl(kinds["FIFO"], termios.FIONREAD, bytes(4))
)
attempt("the controlling terminal", os.open, "/dev/tty", os.O_RDWR)
attempt("its path", os.ctermid)
attempt("openpty", lambda: len(os.openpty()))
