"""select and poll: what is ready now, what becomes ready, what never is."""

import os
import select
import time

from facts import attempt, fact

os.mkfifo("fifo")
pipe = os.open("fifo", os.O_RDWR)
file = os.open("file", os.O_CREAT | os.O_RDWR)
closed = os.dup(file)
os.close(closed)
names = {pipe: "FIFO", file: "file", 0: "input", 1: "output", closed: "closed"}


def selected(*sets: list, timeout: float = 0) -> list:
    return [[names[fd] for fd in ready] for ready in select.select(*sets, timeout)]


def polled(fd: int, events: int, timeout: int = 0) -> list:
    poll = select.poll()
    poll.register(fd, events)
    bits = {name: getattr(select, f"POLL{name}") for name in ("IN", "PRI", "OUT", "ERR", "HUP", "NVAL")}
    return [(names[number], [name for name, bit in bits.items() if found & bit]) for number, found in poll.poll(timeout)]


attempt("an empty FIFO", lambda: selected([pipe], [pipe], [pipe]))
attempt("poll of it", lambda: polled(pipe, select.POLLIN | select.POLLOUT))
os.write(pipe, b"data")
attempt("with data", lambda: selected([pipe], [], []))
attempt("poll of it", lambda: polled(pipe, select.POLLIN))
attempt("asked again", lambda: selected([pipe], [], []))
attempt("the data is still there", os.read, pipe, 10)
attempt("and gone", lambda: selected([pipe], [], []))
os.set_blocking(pipe, False)
written = 0
try:
    while True:
        written += os.write(pipe, b"x" * 4096)
except BlockingIOError:
    os.set_blocking(pipe, True)
attempt("full", lambda: polled(pipe, select.POLLIN | select.POLLOUT))
while written > 0:
    written -= len(os.read(pipe, written))
attempt("a file is always ready", lambda: selected([file], [file], [file]))
attempt("poll of it", lambda: polled(file, select.POLLIN | select.POLLOUT | select.POLLPRI))
attempt("output", lambda: selected([], [1], []))
attempt("nothing at all", lambda: selected([], [], []))
attempt("a closed number, select", lambda: selected([closed], [], []))
attempt("a closed number, poll", lambda: polled(closed, select.POLLIN))
attempt("a negative number, select", lambda: select.select([-1], [], [], 0))
attempt("a negative timeout", lambda: selected([pipe], [], [], timeout=-1))
attempt("file objects", lambda: len(select.select([open("file")], [], [], 0)[0]))
attempt("text", lambda: select.select(["x"], [], [], 0))
attempt("modify what is not registered", lambda: select.poll().modify(0, select.POLLIN))
attempt("unregister what is not", lambda: select.poll().unregister(0))

start = time.monotonic()
attempt("until the timeout", lambda: selected([pipe], [], [], timeout=0.1))
fact("took that long", time.monotonic() - start >= 0.1)
start = time.monotonic()
attempt("poll until the timeout", lambda: polled(pipe, select.POLLIN, 100))
fact("took that long", time.monotonic() - start >= 0.1)
os.system("(sleep 0.2; echo > fifo) &")
attempt("woken by data", lambda: selected([pipe], [], [], timeout=None))
os.read(pipe, 10)
os.system("(sleep 0.2; echo > fifo) &")
attempt("poll, woken by data", lambda: polled(pipe, select.POLLIN, None))
os.read(pipe, 10)

attempt("input without data", lambda: selected([0], [], []))
os.write(os.open("turn", os.O_WRONLY), b"\n")
attempt("input with data", lambda: selected([0], [], [], timeout=None))
attempt("poll of it", lambda: "IN" in polled(0, select.POLLIN, None)[0][1])  # whether the writer is gone by then, it may say
attempt("its data", os.read, 0, 100)
attempt("input at its end", lambda: selected([0], [], [], timeout=None))
attempt("poll of it", lambda: polled(0, select.POLLIN, None))
attempt("no data", os.read, 0, 100)
reader = os.open("fifo", os.O_RDONLY | os.O_NONBLOCK)
names[reader] = "reader"
os.close(pipe)
attempt("nobody writes any more", lambda: polled(reader, select.POLLIN, 10_000))  # the last shell may still be ending
