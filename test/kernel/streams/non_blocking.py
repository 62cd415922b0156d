"""O_NONBLOCK on standard streams: EAGAIN instead of waiting, and back."""

import errno
import os

from facts import attempt, fact

os.set_blocking(0, False)
attempt("nothing to read", os.read, 0, 10)
attempt("as a stream", lambda: open(0, "rb", buffering=0, closefd=False).read(10))
os.set_blocking(0, True)
open("go", "w").close()
attempt("blocking again", os.read, 0, 10)

out = os.dup(2)
os.set_blocking(out, False)
written = 0
try:
    while True:
        written += os.write(out, b"x" * 1000)
except OSError as error:
    fact("a full pipe", type(error).__name__, errno.errorcode[error.errno], written)
os.set_blocking(out, True)
