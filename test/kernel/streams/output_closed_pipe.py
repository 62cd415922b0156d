"""A reader that went away: the next write is EPIPE, and what is buffered cannot be flushed at the end."""

import os

log = open("report", "a")
os.write(1, b"first\n")
open("reader-is-gone").read()
for attempt in ("os.write", "os.write again"):
    try:
        os.write(1, b"x")
    except BrokenPipeError as error:
        print(attempt, type(error).__name__, error.strerror, file=log)
try:
    print("y", flush=True)
except BrokenPipeError as error:
    print("print", type(error).__name__, file=log)
print("a child gets the same", os.system("(exec 2>&-; echo x) || exit 3") != 0, file=log)
log.close()
os.dup2(os.open("/dev/null", os.O_WRONLY), 1)
