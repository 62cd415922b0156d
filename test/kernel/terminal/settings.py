"""The settings of a real terminal are asked and changed, and a program on it sees them."""

import fcntl
import os
import subprocess
import termios
import tty

from facts import attempt


def shown(*words: str) -> list:
    settings = subprocess.run(["stty", "-a"], stdin=0, capture_output=True, text=True).stdout.replace("\n", " ").replace(";", " ")
    return [word for word in words if f" {word} " in settings]


def raw_and_back():
    before = termios.tcgetattr(0)
    tty.setraw(0)
    during = termios.tcgetattr(0)[3] & (termios.ICANON | termios.ECHO)
    seen = shown("-icanon", "icanon", "-echo", "echo")
    waiting = fcntl.ioctl(0, termios.FIONREAD, bytes(4))
    termios.tcsetattr(0, termios.TCSAFLUSH, before)
    return during, seen, waiting, termios.tcgetattr(0) == before


def own_character():
    settings = termios.tcgetattr(0)
    settings[6][termios.VERASE] = b"\x08"
    termios.tcsetattr(0, termios.TCSANOW, settings)
    return termios.tcgetattr(0)[6][termios.VERASE], shown("erase = ^H")


attempt("a size of its own", lambda: (termios.tcsetwinsize(1, (20, 60)), tuple(os.get_terminal_size(0))))
attempt("a child's size then", lambda: os.system("stty size"))
attempt("drain and flush", lambda: (termios.tcdrain(1), termios.tcflush(1, termios.TCIFLUSH)))  # output would be lost
attempt("flush of what is nothing", lambda: termios.tcflush(1, 7))
attempt("raw mode, and back", raw_and_back)
attempt("a character of its own", own_character)
attempt("waiting bytes", lambda: fcntl.ioctl(0, termios.FIONREAD, bytes(4)))
attempt("settings of nothing", termios.tcgetattr, 99)
attempt("bad settings", termios.tcsetattr, 0, termios.TCSANOW, [1, 2])
own = os.open("/dev/tty", os.O_RDWR)
attempt("cbreak, by a descriptor of its own", lambda: (tty.setcbreak(own), shown("-icanon", "-echo"))[1])
