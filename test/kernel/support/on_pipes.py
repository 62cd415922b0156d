"""Run a command that inherits both ends of a pipe as 3 and 4, one end of two others as 5 and 6, and a socket as 7."""

import fcntl
import os
import socket
import sys

HIGH = 100  # out of the way of the numbers that the command gets


def high(fd: int) -> int:
    moved = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, HIGH)
    os.close(fd)
    return moved


(reader, writer), (theirs_in, ours_out), (ours_in, theirs_out), (over, say_over) = (map(high, os.pipe()) for _ in range(4))
ours, theirs = (high(each.detach()) for each in socket.socketpair())
child = os.fork()
if child == 0:
    for number, fd in enumerate((reader, writer, theirs_in, theirs_out, theirs), 3):
        os.dup2(fd, number)
    os.dup2(over, 0)
    os.execv(sys.argv[1], sys.argv[1:])
for fd in reader, writer, theirs_in, theirs_out, theirs, over:
    os.close(fd)


def until_its_end(fd: int) -> bytes:
    parts = []
    while part := os.read(fd, 65536):
        parts.append(part)
    return b"".join(parts)


os.write(ours_out, b"firstsecond")
heard = until_its_end(ours_in)
os.close(ours_out)
os.write(ours, b"question")
answered = until_its_end(ours)
os.write(say_over, b"over")
status = os.waitpid(child, 0)[1]
print("outside:", heard, answered)
sys.exit(os.waitstatus_to_exitcode(status))
