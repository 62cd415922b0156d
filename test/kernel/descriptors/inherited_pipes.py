"""Pipes and a socket that the command inherits: one end or both, waited for, polled, shared with a child, ended on both sides."""

import os
import select
import subprocess

from facts import attempt, fact

READER, WRITER, FROM_OUTSIDE, TO_OUTSIDE, SOCKET = range(3, 8)


def ready(fd, event, timeout=0):
    poll = select.poll()
    poll.register(fd, event)
    return poll.poll(timeout)


def exactly(fd, count):
    """As many bytes, in as many reads as it takes: a stream may give less than was asked for."""
    parts = [os.read(fd, 1)]
    while parts[-1] and sum(map(len, parts)) < count:
        parts.append(os.read(fd, count))
    return b"".join(parts)


attempt("both ends are one pipe", lambda: os.path.sameopenfile(READER, WRITER))
attempt("nothing there", ready, READER, select.POLLIN)
attempt("write", os.write, WRITER, b"to ourselves")
attempt("something there", ready, READER, select.POLLIN)
attempt("read", os.read, READER, 100)
attempt("a child writes", os.system, f"echo a child >&{WRITER}")
attempt("read from it", os.read, READER, 100)
os.close(WRITER)
attempt("the end", os.read, READER, 100)
os.close(READER)
attempt("both numbers are free", os.pipe)

attempt("wait", os.read, FROM_OUTSIDE, 5)
attempt("the rest", os.read, FROM_OUTSIDE, 100)
attempt("answer", os.write, TO_OUTSIDE, b"heard")
os.close(TO_OUTSIDE)
attempt("the end from outside", os.read, FROM_OUTSIDE, 100)

attempt("a socket", ready, SOCKET, select.POLLIN, 10_000)
attempt("what it brought", exactly, SOCKET, len("question"))
attempt("a child has it", lambda: subprocess.run(f"echo by a child >&{SOCKET}", shell=True, pass_fds=[SOCKET]).returncode)
attempt("write to it", os.write, SOCKET, b"by ourselves\n")
os.close(SOCKET)
attempt("no more", os.write, SOCKET, b"late")
fact("over outside", os.read(0, 10))
