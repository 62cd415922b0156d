"""Clocks: what they are called, that they go on, which there are not."""

import os
import time

from facts import attempt, fact

for name in ("REALTIME", "MONOTONIC", "PROCESS_CPUTIME_ID", "THREAD_CPUTIME_ID", "MONOTONIC_RAW", "BOOTTIME"):
    attempt(name, lambda name=name: time.clock_gettime(getattr(time, f"CLOCK_{name}")) > 0)
    attempt(f"{name} in nanoseconds", lambda name=name: time.clock_gettime_ns(getattr(time, f"CLOCK_{name}")) > 0)
    attempt(f"{name} is exact to a nanosecond", lambda name=name: time.clock_getres(getattr(time, f"CLOCK_{name}")))
attempt("an unknown clock", time.clock_gettime, 77)
attempt("its resolution", time.clock_getres, 77)
attempt("a negative clock", time.clock_gettime, -1)
stamps = [time.monotonic_ns() for _ in range(1000)]
fact("monotonic", stamps == sorted(stamps), stamps[0] < stamps[-1])
fact(
    "perf_counter",
    time.perf_counter() < time.perf_counter() + 1,
    time.perf_counter_ns() // 10**9 - int(time.perf_counter()) in (0, -1),
)
fact("the two ways to tell the time agree", abs(time.time() - time.time_ns() / 10**9) < 5)
fact(
    "and agree with the file system",
    os.utime(os.open("file", os.O_CREAT | os.O_WRONLY)) is None and abs(os.stat("file").st_mtime - time.time()) < 5,
)
fact("and with a child", abs(int(os.system("date +%s > now") or open("now").read()) - time.time()) < 5)
for name in ("monotonic", "perf_counter", "process_time", "time", "thread_time"):
    attempt(f"about {name}", lambda name=name: (time.get_clock_info(name).monotonic, time.get_clock_info(name).adjustable))
start = time.process_time(), time.thread_time()
sum(number * number for number in range(3_000_000))  # os.times counts in hundredths of a second
fact("work takes processor time", time.process_time() > start[0], time.thread_time() > start[1])
fact("os.times", len(os.times()), os.times().elapsed > 0, os.times().user > 0)
