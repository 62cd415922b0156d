"""Descriptors run out with EMFILE, for each way to get one, and everything works again when some are closed."""

import errno
import fcntl
import os

from facts import attempt, fact

opened = []
try:
    while True:
        opened.append(os.open("/dev/null", os.O_RDONLY))
except OSError as error:
    fact("open", type(error).__name__, errno.errorcode[error.errno], error.filename)
fact("in a row", opened == list(range(opened[0], opened[0] + len(opened))))
attempt("dup", lambda: os.dup(0) > 2)
attempt("F_DUPFD", lambda: fcntl.fcntl(0, fcntl.F_DUPFD, 0) > 2)
attempt("listdir", os.listdir, ".")
attempt("open of a file that is not there", os.open, "absent", os.O_RDONLY)
attempt("open that creates", os.open, "new", os.O_CREAT | os.O_WRONLY)
fact("made nothing", os.path.exists("new"))
attempt("chdir needs none", os.chdir, ".")
attempt("stat needs none", lambda: os.stat(".").st_size > 0)
os.close(opened.pop())
attempt("one is free again", lambda: os.close(os.open("new", os.O_CREAT | os.O_WRONLY)))
for fd in opened:
    os.close(fd)
attempt("all are", os.listdir, ".")
