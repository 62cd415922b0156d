"""Nothing of the interpreter's own library can be changed: it is a read-only file system."""

import os
import textwrap

from facts import attempt, utime

here = os.getcwd()
open("mine", "w").close()
os.chdir(os.path.dirname(textwrap.__file__))
own = os.open(here, os.O_RDONLY)

for mode in ("w", "a", "r+", "x"):
    attempt(f"opened for {mode}", lambda: open("textwrap.py", mode).close())
    attempt(f"a folder opened for {mode}", lambda: open("json", mode).close())
attempt("a new file", lambda: open("new.py", "w").close())
attempt("a new file where no folder is", lambda: open("no such/new.py", "w").close())
attempt("cut", lambda: os.truncate("textwrap.py", 0))
attempt("removed", lambda: os.unlink("textwrap.py"))
attempt("removed, though it is not there", lambda: os.unlink("no such"))
attempt("a folder removed", lambda: os.rmdir("json"))
attempt("made", lambda: os.mkdir("new"))
attempt("renamed", lambda: os.rename("textwrap.py", "other.py"))
attempt("renamed into it", lambda: os.rename("mine", "mine.py", src_dir_fd=own))
attempt("linked", lambda: os.symlink("textwrap.py", "link.py"))
attempt("linked hard", lambda: os.link("textwrap.py", "link.py"))
attempt("linked hard out of it", lambda: os.link("textwrap.py", "link.py", dst_dir_fd=own))
attempt("linked hard into it", lambda: os.link("mine", "link.py", src_dir_fd=own))
attempt("renamed out of it", lambda: os.rename("textwrap.py", "theirs", dst_dir_fd=own))
attempt("a FIFO", lambda: os.mkfifo("fifo"))
attempt("mode", lambda: os.chmod("textwrap.py", 0o600))
attempt("owner", lambda: os.chown("textwrap.py", 0, 0))
attempt("times", lambda: utime("textwrap.py", (1, 1)))
attempt("to write: access", lambda: [os.access(name, os.W_OK) for name in ("textwrap.py", "json", "no such")])
with open("textwrap.py") as file:
    attempt("mode of an open file", lambda: os.chmod(file.fileno(), 0o600))
    attempt("times of an open file", lambda: utime(file.fileno(), (1, 1)))
