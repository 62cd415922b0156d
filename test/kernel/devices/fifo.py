"""FIFOs: opening waits for the other end, reading for data, both ends see the other go."""

import errno
import os
import select

from facts import attempt, fact

os.mkfifo("fifo")
attempt("for writing, nobody reads, O_NONBLOCK", os.open, "fifo", os.O_WRONLY | os.O_NONBLOCK)
reader = os.open("fifo", os.O_RDONLY | os.O_NONBLOCK)
attempt("for reading, nobody writes, O_NONBLOCK", os.read, reader, 10)
writer = os.open("fifo", os.O_WRONLY | os.O_NONBLOCK)
attempt("nothing there yet", os.read, reader, 10)
attempt("write", os.write, writer, b"some bytes")
attempt("read a part", os.read, reader, 4)
attempt("and the rest", os.read, reader, 100)
attempt("nothing left", os.read, reader, 10)
written = 0
try:
    while True:
        written += os.write(writer, b"x" * 4096)
except BlockingIOError as error:
    fact("full", errno.errorcode[error.errno], written)
attempt("one page less", lambda: len(os.read(reader, 4096)))
attempt("one page more", lambda: os.write(writer, b"y" * 4096))
attempt("and no byte", os.write, writer, b"z")
os.close(writer)
drained = 0
while part := os.read(reader, 100000):
    drained += len(part)
fact("what was written comes before the end", drained)
attempt("the end stays", os.read, reader, 10)
writer = os.open("fifo", os.O_WRONLY)
attempt("another writer", lambda: os.write(writer, b"again") and os.read(reader, 10))
os.close(reader)
attempt("nobody reads any more", os.write, writer, b"x")
os.close(writer)
both = os.open("fifo", os.O_RDWR)
attempt("both ends in one", lambda: os.write(both, b"circle") and os.read(both, 10))
os.close(both)

os.system("(echo from a child > fifo) &")
attempt("opened for reading, waits for a writer", lambda: open("fifo").read())
os.system("(cat fifo > got; echo read > done) &")
os.mkfifo("done")
with open("fifo", "w") as stream:
    attempt("opened for writing, waits for a reader", stream.write, "to a child")
attempt("the child has it", lambda: open("done").read() and open("got").read())
os.system("(sleep 0.2; printf late > fifo) &")
late = os.open("fifo", os.O_RDONLY)
attempt("reading waits for data", os.read, late, 100)
attempt("and for the end", os.read, late, 100)  # else the next one to open it could meet this writer
os.close(late)
os.system("(exec 3> fifo; printf one >&3; sleep 0.2; printf two >&3) &")
with open("fifo", "rb", buffering=0) as stream:
    attempt("what is there at once", stream.read, 100)
    attempt("what comes later", stream.read, 100)
    attempt("and the end", stream.read, 100)
os.system("(head -c 300000 /dev/zero > fifo) &")
attempt("more than a FIFO holds", lambda: len(open("fifo", "rb").read()))
os.system("(sleep 0.2; cat fifo | wc -c > count; echo read > done) &")
with open("fifo", "wb") as stream:
    attempt("written to a slow reader", stream.write, b"x" * 300000)
attempt("it got all of it", lambda: open("done").read() and open("count").read().strip())
os.system("(head -c 1 fifo > /dev/null; echo gone > done) &")
stream = open("fifo", "wb", buffering=0)
stream.write(b"x")
open("done").read()
attempt("a reader that goes away", stream.write, b"x")
attempt("O_CREAT on a FIFO", lambda: os.close(os.open("fifo", os.O_RDWR | os.O_CREAT)))
attempt("as a directory", os.open, "fifo", os.O_RDONLY | os.O_DIRECTORY)
attempt("O_PATH waits for nobody", lambda: os.close(os.open("fifo", os.O_PATH)))
attempt("stat waits for nobody", lambda: os.path.getsize("fifo"))
fact("select of both ends", [len(ready) for ready in select.select([], [os.open("fifo", os.O_RDWR)], [], 0)])
