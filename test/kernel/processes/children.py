"""What starts a program and waits for it, and what becomes another program."""

import os
import sys

from facts import attempt, fact


def waited(pid: int, options: int = 0) -> int:
    found, status = os.waitpid(pid, options)
    return os.waitstatus_to_exitcode(status) if found else None


def posix_spawned(*words: str, **options) -> int:
    return waited(os.posix_spawn("/bin/sh", ["sh", "-c", *words], os.environ, **options))


attempt("posix_spawn", posix_spawned, "exit 3")
attempt("by a signal", posix_spawned, "kill -TERM $$")
attempt("posix_spawn of what is absent", os.posix_spawn, "absent", ["absent"], {})
attempt("posix_spawn of a directory", os.posix_spawn, "/", ["x"], {})
attempt("posix_spawnp", lambda: waited(os.posix_spawnp("sh", ["sh", "-c", "exit 4"], os.environ)))
OUT = (os.POSIX_SPAWN_OPEN, 1, "out", os.O_WRONLY | os.O_CREAT, 0o600)
attempt("a file for its output", posix_spawned, "echo written", file_actions=[OUT])
attempt("what it wrote", lambda: open("out").read())
attempt("closed", posix_spawned, "echo x 2> /dev/null", file_actions=[(os.POSIX_SPAWN_CLOSE, 1)])
attempt("onto another", posix_spawned, "echo to the output >&7", file_actions=[(os.POSIX_SPAWN_DUP2, 1, 7)])
attempt("of a closed number", posix_spawned, "exit", file_actions=[(os.POSIX_SPAWN_DUP2, 77, 7)])
attempt("in a session", posix_spawned, "exit 5", setsid=True)
attempt("no environment", lambda: waited(os.posix_spawn("/bin/sh", ["sh", "-c", "exit ${A:-6}"], {})))
attempt("spawnv", lambda: os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 3"]))
attempt("spawnv of what is absent", lambda: os.spawnv(os.P_WAIT, "absent", ["absent"]))
with os.popen("echo read") as stream:
    attempt("popen", stream.read)

reader, writer = os.pipe()
attempt("inheritable", lambda: [os.get_inheritable(fd) for fd in (reader, writer)])
child = os.posix_spawn("/bin/sh", ["sh", "-c", "read line; exit $line"], {}, file_actions=[(os.POSIX_SPAWN_DUP2, reader, 0)])
fact("it has not ended", os.waitpid(child, os.WNOHANG))
attempt("told to", os.write, writer, b"9\n")
attempt("it ends", waited, child)
attempt("and is waited for once", waited, child)
attempt("no child is left", waited, -1, os.WNOHANG)
attempt("options that are none", waited, -1, 1 << 20)
os.dup2(1, 7, inheritable=True)
attempt("inherited by number", posix_spawned, "echo to the output >&7")
os.mkdir(b"\xff")
os.chdir(b"\xff")
attempt("in a directory that is not UTF-8", lambda: posix_spawned("touch here") or os.listdir("."))
attempt("signals that a child finds ignored", lambda: os.system("grep -q '^SigIgn:.*1000$' /proc/self/status"))

attempt("execv of what is absent", os.execv, "absent", ["absent"])
attempt("execve of what is absent", os.execve, "absent", ["absent"], {})
attempt("execv without words", os.execv, "/bin/true", [])
sys.stdout.flush()
attempt("execv", os.execv, "/bin/echo", ["echo", "executed"])
