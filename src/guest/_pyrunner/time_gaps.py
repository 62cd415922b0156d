"""What the C module ``time`` of this build lacks: tzset, thread_time, and zone names that follow TZ."""

import time

from _pyrunner import call, start

__all__ = ["install"]


_settled = None


def tzset() -> None:
    """Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ']."""
    global _settled
    answer = call("time.zone", _settled)
    if answer is None:
        return  # what a snapshot brought is still right
    _settled, standard, summer, west, daylight, altzone = answer
    time.tzname = (standard, summer)
    time.timezone = west
    time.altzone = altzone
    time.daylight = daylight


def thread_time() -> float:
    """Thread time for profiling: sum of the kernel and user-space CPU time."""
    return time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID)


def thread_time_ns() -> int:
    """Thread time for profiling as nanoseconds."""
    return time.clock_gettime_ns(time.CLOCK_THREAD_CPUTIME_ID)


def install() -> None:
    for function in (tzset, thread_time, thread_time_ns):
        function.__module__ = "time"
        setattr(time, function.__name__, function)
    start.on_reset(tzset)
