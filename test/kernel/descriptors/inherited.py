"""Descriptors that the command inherits beside 0, 1 and 2: same numbers, kinds and places; handed on, and really closed."""

import fcntl
import os
import stat
import subprocess

from facts import attempt, fact


def describe(fd):
    flags = fcntl.fcntl(fd, fcntl.F_GETFL) & (os.O_ACCMODE | os.O_APPEND)
    return stat.filemode(os.fstat(fd).st_mode)[0], flags, os.get_inheritable(fd), os.isatty(fd)


for number in range(3, 10):
    attempt(f"descriptor {number}", describe, number)
attempt("the next number", os.open, "file", os.O_RDONLY)

attempt("read", os.read, 3, 4)
attempt("a child reads on", os.system, 'read -r line <&3; echo "$line"')
attempt("and we after it", os.read, 3, 100)
attempt("its place", os.lseek, 3, 0, os.SEEK_CUR)
attempt("by its path", lambda: open("/dev/fd/3").read())
attempt("append", os.write, 4, b"ours\n")
attempt("a child appends", os.system, "echo a child >&4")
attempt("a device", os.read, 6, 10)
attempt("a folder", os.listdir, 7)
attempt("a file in it", lambda: os.stat("entry", dir_fd=7).st_size)
attempt("to a FIFO", os.write, 8, b"round")
attempt("and back", os.read, 8, 10)

OPEN = "for fd in 3 4 5 6 7 8 9; do [ -e /dev/fd/$fd ] && printf '%s ' $fd; done; echo"
attempt("a child of the shell has", os.system, OPEN)
for options in {}, {"pass_fds": [7, 3]}, {"close_fds": False}:
    attempt(f"a child with {options} has", lambda: subprocess.run(OPEN, shell=True, stdout=subprocess.PIPE, **options).stdout)
os.set_inheritable(6, False)
attempt("all but one", os.system, OPEN)

os.dup2(4, 6)
attempt("another in its place", os.write, 6, b"by another number\n")
os.close(3)
attempt("closed", os.read, 3, 10)
attempt("the lowest number", os.open, "file", os.O_RDONLY)

told = os.open("told", os.O_RDWR)
attempt("to a pipe", os.write, 5, b"through a pipe\n")
os.close(5)
attempt("its reader has seen the end", os.read, told, 10)
