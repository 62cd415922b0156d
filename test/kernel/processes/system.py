"""os.system: a shell on our standard streams, in our directory, with our environment; its wait status."""

import os
import signal

from facts import attempt, fact

for command in (
    "true",
    "false",
    "exit 3",
    "exit 255",
    "exit 256",
    "kill -TERM $$",
    "kill -KILL $$",
    "kill -SEGV $$",
    "no-such-command 2> /dev/null",
    "./file 2> /dev/null",
    "",
    " ",
    "#",
    "sh -c 'exit 7'",
    "(exit 9)",
    "exec true",
    "if then 2> /dev/null",
):
    attempt(f"system({command!r})", lambda command=command: os.system(command) if "if" not in command else None)
fact("as an exit code", os.waitstatus_to_exitcode(os.system("exit 5")), os.waitstatus_to_exitcode(os.system("kill -INT $$")))
fact("WIF", os.WIFSIGNALED(os.system("kill -USR1 $$")), os.WTERMSIG(os.system("kill -USR1 $$")) == signal.SIGUSR1)
attempt("output", os.system, "echo to the output")
attempt("in order", lambda: [print("before", flush=True), os.system("echo between"), print("after", flush=True)][1])
attempt("bytes", os.system, b"echo bytes")
attempt("not UTF-8", lambda: os.system(b"printf '%s' '\xff\xfe' > raw") or open("raw", "rb").read())
attempt("surrogates", lambda: os.system("printf '%s' '\udcff' > raw") or open("raw", "rb").read())
attempt("a NUL", os.system, "echo \0")
attempt("PathLike", os.system, type("P", (), {"__fspath__": lambda self: "echo a path"})())
attempt("a number", os.system, 3)
attempt("lines", os.system, "echo one\necho two\n\n")
attempt("quotes", os.system, "echo \"double 'in' it\" 'single \"in\" it' \\$HOME")
attempt("a long command", lambda: os.system("true " + "x" * 100000))
attempt("a command too long", lambda: os.system("true " + "x" * 200000) >> 8)
os.mkdir("sub dir")
os.chdir("sub dir")
attempt("in our directory", lambda: os.system("pwd > where") or os.path.basename(open("where").read().strip()))
os.mkdir(b"\xff")
os.chdir(b"\xff")
attempt("in a directory that is not UTF-8", lambda: os.system("touch here") or os.listdir("."))
attempt("its pwd", lambda: os.system("pwd | tr -d '\\n' | tail -c 2 > where") or open("where", "rb").read())
os.chdir("../..")
attempt("a glob", lambda: os.system("echo sub*"))
attempt("a pipeline", lambda: os.system("printf 'b\\na\\n' | sort"))
attempt("in the background", lambda: os.system("mkfifo wait; (read line < wait; echo done > finished) &"))
attempt("it goes on", lambda: os.path.exists("finished") or open("wait", "w").write("\n"))
attempt("a shell is there", lambda: os.system("command -v sh > /dev/null"))
attempt("children of children", lambda: os.system("sh -c 'sh -c \"echo deep; exit 4\"'"))
attempt("interrupt is ignored meanwhile", lambda: os.system("kill -INT $PPID; echo went on"))
attempt("many", lambda: [os.system(f"exit {number}") >> 8 for number in range(20)])
attempt("its own name", lambda: os.system("echo $0 $# > name") or open("name").read())
