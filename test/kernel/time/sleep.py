"""sleep takes at least as long as it says, and none of the processor."""

import select
import time

from facts import attempt, fact


def elapsed(function, *args) -> float:
    start = time.monotonic()
    function(*args)
    return time.monotonic() - start


for seconds in (0, 0.001, 0.05, 0.3, True):
    fact(f"sleep {seconds}", elapsed(time.sleep, seconds) >= seconds)
busy = time.process_time()
wall = elapsed(time.sleep, 0.5)
fact("sleeping is not working", wall >= 0.5, time.process_time() - busy < 0.4)
fact("many short ones", elapsed(lambda: [time.sleep(0.0001) for _ in range(100)]) >= 0.01)
attempt("negative", time.sleep, -1)
attempt("not a number", time.sleep, float("nan"))
attempt("infinite", time.sleep, float("inf"))
attempt("text", time.sleep, "1")
attempt("too long for any clock", time.sleep, 1 << 70)
fact("select without descriptors", elapsed(select.select, [], [], [], 0.05) >= 0.05)
fact("the wall clock goes on meanwhile", (lambda before: time.sleep(0.02) or time.time() > before)(time.time()))
