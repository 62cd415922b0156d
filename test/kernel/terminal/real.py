"""A real terminal: its size, that it is one, line by line, and a child on it."""

import os
import shutil
import sys
import termios

from facts import attempt, fact

fact("isatty", [os.isatty(fd) for fd in (0, 1, 2)], sys.stdin.isatty(), sys.stdout.isatty())
attempt("size", lambda: [tuple(os.get_terminal_size(fd)) for fd in (0, 1, 2)])
attempt("size by shutil", lambda: tuple(shutil.get_terminal_size()))
attempt("line buffering", lambda: (sys.stdout.line_buffering, sys.stderr.line_buffering))
attempt("name", lambda: os.ttyname(0).startswith("/dev/pts/"))
attempt("settings", lambda: termios.tcgetattr(0))
attempt("the group in front", lambda: os.tcgetpgrp(0) == os.getpgrp())
attempt("a line", input, "prompt: ")
attempt("another", sys.stdin.readline)
attempt("a child reads one", lambda: os.system("read line; echo got $line"))
attempt("a child's size", lambda: os.system("stty size"))
attempt("seek", os.lseek, 0, 0, os.SEEK_CUR)
attempt("/dev/tty", lambda: os.write(os.open("/dev/tty", os.O_RDWR), b"by name\r\n"))
attempt("the end of input", sys.stdin.read)
