"""The devices that answer at once: null, zero, full, urandom."""

import os
import stat

from facts import attempt, fact

null = os.open("/dev/null", os.O_RDWR)
attempt("null reads", os.read, null, 10)
attempt("null takes", os.write, null, b"x" * 100000)
attempt("null pread", os.pread, null, 10, 5)
attempt("null pwrite", os.pwrite, null, b"x", 5)
attempt("null ftruncate", os.ftruncate, null, 0)
attempt("null created", lambda: os.close(os.open("/dev/null", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)))
attempt("null exclusively", os.open, "/dev/null", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
attempt("null appended", lambda: os.write(os.open("/dev/null", os.O_WRONLY | os.O_APPEND), b"x"))
attempt("null as a directory", os.open, "/dev/null", os.O_DIRECTORY)
attempt("below null", os.stat, "/dev/null/x")
with open("/dev/null", "w") as stream:
    attempt("null as a text stream", print, "into nothing", file=stream)
    attempt("null's place", stream.tell)
with open("/dev/null") as stream:
    attempt("null's text", stream.read)
fact(
    "null is",
    stat.filemode(os.stat("/dev/null").st_mode)[0],
    os.path.getsize("/dev/null"),
    os.path.isfile("/dev/null"),
    os.path.exists("/dev/null"),
)

zero = os.open("/dev/zero", os.O_RDWR)
attempt("zero reads", os.read, zero, 5)
attempt("zero reads a lot", lambda: os.read(zero, 300000) == bytes(300000))
attempt("zero takes", os.write, zero, b"xyz")
attempt("zero pread", os.pread, zero, 3, 1 << 40)
buffers = [bytearray(b"abc"), bytearray(b"de")]
attempt("zero readv", os.readv, zero, buffers)
fact("buffers", buffers)

full = os.open("/dev/full", os.O_RDWR)
attempt("full reads", os.read, full, 3)
attempt("full refuses", os.write, full, b"x")
attempt("full refuses nothing", os.write, full, b"")
attempt("full writev", os.writev, full, [b"a", b"b"])
attempt("full pwrite", os.pwrite, full, b"x", 0)
stream = open("/dev/full", "w")
attempt("full buffers", stream.write, "text")
attempt("full on flush", stream.flush)
attempt("full on close", stream.close)
fact("closed all the same", stream.closed)
stream = open("/dev/full", "w")
attempt("full on print", print, "x", file=stream, flush=True)
attempt("full on close", stream.close)
attempt("full, unbuffered", lambda: open("/dev/full", "wb", buffering=0).write(b"x"))
stream = open("/dev/full", "w", buffering=1)
attempt("full, by line", stream.write, "line\n")
attempt("full on close", stream.close)

for name in ("urandom", "random"):
    device = os.open(f"/dev/{name}", os.O_RDONLY)
    first, second = os.read(device, 32), os.read(device, 32)
    fact(name, len(first), len(second), first != second)
fact("a lot of urandom", len(os.read(os.open("/dev/urandom", os.O_RDONLY), 100000)))
attempt("urandom takes", lambda: os.write(os.open("/dev/urandom", os.O_RDWR), b"seed"))
attempt("an absent device", open, "/dev/absent")
attempt("fstat of devices", lambda: [os.major(os.fstat(fd).st_rdev) for fd in (null, zero, full)])
attempt("copied", lambda: __import__("shutil").copyfileobj(open("/dev/null", "rb"), open("copy", "wb")))
