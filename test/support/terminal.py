"""Run a command on a new terminal and type what a plan says, each part once the text before it has been shown.

The plan is JSON in the first argument: {"steps": [[shown, typed], ...], "rows": 24, "columns": 80}; `typed` is text,
{"signal": number} or {"rows", "columns"} for a new size. What the terminal showed goes to standard output, then whether its
settings are as they were.  It ends as the command does.
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

LOOKS = 100


def main() -> None:
    plan = json.loads(sys.argv[1])
    terminal, its_end = pty.openpty()
    resize(its_end, plan["rows"], plan["columns"])
    before = termios.tcgetattr(its_end)
    child = os.fork()
    if child == 0:
        os.close(terminal)
        os.login_tty(os.dup(its_end))
        os.close(its_end)
        os.execv(sys.argv[2], sys.argv[2:])
    shown = converse(terminal, its_end, child, plan["steps"])
    status = os.waitpid(child, 0)[1]
    shown += drain(terminal)
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
    print("[settings as before]" if termios.tcgetattr(its_end) == before else "[settings are not as before]")
    sys.stdout.flush()
    end_like(status)


def resize(descriptor: int, rows: int, columns: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))


def converse(terminal: int, its_end: int, child: int, steps: list) -> bytes:
    shown, at = b"", 0
    ended = os.pidfd_open(child)
    for wanted, typed in steps:
        while (found := shown.find(wanted.encode(), at)) < 0:
            ready, _, _ = select.select([terminal, ended], [], [])
            if terminal not in ready:
                print(f"[ended before it showed {wanted!r}]")
                return shown
            shown += os.read(terminal, 65536)
        at = found + len(wanted.encode())
        if "\x03" in typed or "signal" in typed:
            let_settle(child)
        if isinstance(typed, str):
            os.write(terminal, typed.encode())
        elif "signal" in typed:
            os.kill(child, typed["signal"])
        else:
            resize(terminal, typed["rows"], typed["columns"])
    while True:
        ready, _, _ = select.select([terminal, ended], [], [])
        if terminal not in ready:
            return shown
        shown += os.read(terminal, 65536)


def let_settle(child: int) -> None:
    """Wait until it waits, or is busy for good: python itself misses a signal between the last look at it and a read."""
    calm, before = 0, None
    for _ in range(LOOKS):
        with open(f"/proc/{child}/stat") as file:
            fields = file.read().rpartition(") ")[2].split()
        now = fields[0] == "S" and fields[11:13]  # state, utime, stime: proc(5)
        calm = calm + 1 if now and now == before else 0
        if calm == 3:
            return
        before = now
        time.sleep(0.01)


def drain(terminal: int) -> bytes:
    shown = b""
    while select.select([terminal], [], [], 0)[0]:
        shown += os.read(terminal, 65536)
    return shown


def end_like(status: int) -> None:
    if os.WIFSIGNALED(status):
        signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
        os.kill(os.getpid(), os.WTERMSIG(status))
    os._exit(os.WEXITSTATUS(status))


main()
