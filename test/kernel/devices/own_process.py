"""What /proc and /dev say about the process itself and its descriptors."""

import os
import sys

from facts import attempt, fact

with open("file", "w") as stream:
    stream.write("content of the file")
fd = os.open("file", os.O_RDONLY)
attempt("/dev/fd", lambda: open(f"/dev/fd/{fd}").read())
attempt("/proc/self/fd", lambda: open(f"/proc/self/fd/{fd}").read())
attempt("readlink of it", lambda: os.path.basename(os.readlink(f"/proc/self/fd/{fd}")))
attempt("by pid", lambda: os.path.basename(os.readlink(f"/proc/{os.getpid()}/fd/{fd}")))
attempt("a closed one", lambda: os.path.exists("/proc/self/fd/99"))
attempt("stat of it", lambda: os.path.samefile(f"/dev/fd/{fd}", "file"))
attempt("/dev/stdin", lambda: open("/dev/stdin").read())
attempt("/dev/stdout", lambda: open("/dev/stdout", "w").write("by name\n"))
attempt("/proc/self/cwd", lambda: os.readlink("/proc/self/cwd") == os.getcwd())
os.mkdir("elsewhere")
os.chdir("elsewhere")
attempt("/proc/self/cwd follows", lambda: os.path.basename(os.readlink("/proc/self/cwd")))
attempt("/proc/self is this process", lambda: os.readlink("/proc/self") == str(os.getpid()))
attempt("status", lambda: next(line for line in open("/proc/self/status") if line.startswith("Umask")).split())
os.umask(0o137)
attempt("its umask", lambda: next(line for line in open("/proc/self/status") if line.startswith("Umask")).split())


def nameless() -> str:
    fd = os.open(".", os.O_TMPFILE | os.O_RDWR, 0o600)
    os.write(fd, b"nameless no more")
    os.link(f"/proc/self/fd/{fd}", "named", follow_symlinks=True)
    return open("named").read()


attempt("a nameless file gets a name", nameless)
fact("written out", sys.stdout.fileno())
