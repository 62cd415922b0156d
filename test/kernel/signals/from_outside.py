"""What a signal from another process comes to: a handler, KeyboardInterrupt, or the end."""

import os
import signal
import sys
import time

signals, how = sys.argv[1], sys.argv[2]


def leave(number, frame):
    os.write(1, f"heard {signal.Signals(number).name}\n".encode())  # print() may be under way, of "ready"
    sys.exit(3)


if signals == "handled":
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
        signal.signal(number, leave)
if signals == "alarm":
    signal.alarm(1)


def stay():
    """Apart from the try below: in 3.14 a loop's jump back is outside of the handlers around it."""
    print("ready", flush=True)
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if how == "asleep":
            time.sleep(20)


try:
    stay()
except KeyboardInterrupt:
    print("caught", flush=True)
    raise
