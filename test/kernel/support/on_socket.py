"""Run a command whose standard input and output is one end of a socket pair; what it writes goes to ours."""

import os
import socket
import sys
import threading

ours, theirs = socket.socketpair()
child = os.fork()
if child == 0:
    os.dup2(theirs.fileno(), 0)
    os.dup2(theirs.fileno(), 1)
    os.execv(sys.argv[1], sys.argv[1:])
theirs.close()


def send() -> None:
    ours.sendall(b"firstline\nsecond\nthird\n" + b"y" * 300000)
    ours.shutdown(socket.SHUT_WR)


threading.Thread(target=send).start()
while part := ours.recv(65536):
    sys.stdout.buffer.write(part)
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
