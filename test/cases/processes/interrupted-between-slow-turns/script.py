# A signal is handled after the turn of a loop in which it came, however long the turns take.
import os
import signal
import time
import zlib

SECONDS = 0.8
SETTLED_SECONDS = 0.1  # the timer's own thread, or whoever looks at clocks, may be late by this


class Alarm(Exception):
    pass


def turns_after(turn):
    def handler(number, frame):
        raise Alarm

    os.stat(".")
    signal.signal(signal.SIGALRM, handler)
    starts = []
    due = time.monotonic() + SECONDS
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        while True:
            starts.append(time.monotonic())
            turn()
    except Alarm:
        return sum(start > due + SETTLED_SECONDS for start in starts)


text = b"".join(b"%d %d\n" % (n, n * n % 1009) for n in range(20_000))
numbers = list(range(30_000, 0, -1))
print("zlib", turns_after(lambda: zlib.compress(text)) < 4)
print("sort", turns_after(lambda: sorted(numbers, key=str)) < 4)
