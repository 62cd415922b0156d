# Clocks run forward, sleep sleeps, and their descriptions are the system's
import datetime
import time

first = time.monotonic()
started, process = time.time(), time.process_time()
time.sleep(0.05)
print(time.monotonic() - first >= 0.05, time.time() - started > 0.04, time.process_time() >= process, time.perf_counter() < time.perf_counter())
time.sleep(0)
print(abs(time.time() - time.time_ns() / 1e9) < 60, abs(datetime.datetime.now().timestamp() - time.time()) < 60, time.time() > 1_700_000_000, type(time.monotonic_ns()))
for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    info = time.get_clock_info(name)
    print(name, info.adjustable, info.monotonic, info.implementation, info.resolution)
print(time.clock_gettime(time.CLOCK_REALTIME) > 1_700_000_000, time.clock_gettime_ns(time.CLOCK_MONOTONIC) > 0, time.clock_getres(time.CLOCK_MONOTONIC))
values = [time.monotonic_ns() for _ in range(1000)]
print(values == sorted(values), len(set(values)) > 10)
for wrong in (-1, 'x', float('nan')):
    try:
        time.sleep(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).removesuffix(" or float"))
