"""How much waits to be read (FIONREAD), and how much a pipe holds, of its own and of one that a child shares."""

import fcntl
import os
import struct
import subprocess
import termios

from facts import attempt, fact


def waiting(fd):
    return struct.unpack("i", fcntl.ioctl(fd, termios.FIONREAD, bytes(4)))[0]


def held(file):
    return fcntl.fcntl(file, fcntl.F_GETPIPE_SZ)


reader, writer = os.pipe()
fact("empty", waiting(reader))
os.write(writer, b"12345")
fact("five", waiting(reader), os.read(reader, 2), waiting(reader))
fact("holds", held(reader), held(writer))
for size in (1, 5000, 8192, 1 << 20):
    attempt(f"made to hold {size}", fcntl.fcntl, writer, fcntl.F_SETPIPE_SZ, size)
attempt("made to hold less than nothing", fcntl.fcntl, writer, fcntl.F_SETPIPE_SZ, -1)
os.write(writer, bytes(9000))
attempt("made smaller than what is in it", fcntl.fcntl, writer, fcntl.F_SETPIPE_SZ, 4096)

with open("file", "wb+") as file:
    file.write(b"0123456789")
    file.seek(4)
    fact("of a file", waiting(file.fileno()))
    file.seek(12)
    fact("behind its end", waiting(file.fileno()))
    attempt("a file holds", held, file)
attempt("of a folder", lambda: waiting(os.open(".", os.O_RDONLY)))
attempt("of nothing", waiting, 99)

PROGRAM = "printf abcdef; read line; printf ghi"
for size in (-1, 16384, 1 << 20):
    child = subprocess.Popen(["sh", "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, pipesize=size)
    first = child.stdout.read1(1)
    fact("of a child", first, waiting(child.stdout.fileno()), held(child.stdout), held(child.stdin))
    attempt("a child's made to hold", fcntl.fcntl, child.stdout, fcntl.F_SETPIPE_SZ, 32768)
    fact("then", held(child.stdout), child.communicate(b"\n"))
