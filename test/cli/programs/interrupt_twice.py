"""Runs a command on a new terminal, presses Ctrl-C twice within a second once it has said "begun", again until it has ended;
says by which signal, and whether the terminal's settings are as before.
"""
import os
import pty
import select
import sys
import termios
import time

terminal, its_end = pty.openpty()
before = termios.tcgetattr(its_end)
child = os.fork()
if child == 0:
    os.close(terminal)
    os.login_tty(os.dup(its_end))
    os.close(its_end)
    os.execv(sys.argv[1], sys.argv[1:])
ended = os.pidfd_open(child)
shown = b""
while b"begun" not in shown:
    ready, _, _ = select.select([terminal, ended], [], [])
    if terminal not in ready:
        sys.exit(f"ended early: {shown}")
    shown += os.read(terminal, 65536)
changed = termios.tcgetattr(its_end) != before
while True:
    for _ in range(2):
        os.write(terminal, b"\x03")
        time.sleep(0.2)
    if select.select([ended], [], [], 2)[0]:
        break
status = os.waitpid(child, 0)[1]
print(os.WTERMSIG(status), changed, termios.tcgetattr(its_end) == before)
