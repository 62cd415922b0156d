"""What the C module ``time`` of this build lacks: tzset, the clocks of processes and threads, GNU's formats."""

import time
from time import CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, clock_getres, clock_gettime, clock_gettime_ns

from _pyrunner import call, gnu_strftime, start

__all__ = ["install"]


_get_clock_info = time.get_clock_info


def tzset() -> None:
    """Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ']."""
    answer = call("time.zone", start.settled_zone)
    if answer is None:
        return
    start.settled_zone, standard, summer, west, daylight, altzone = answer
    time.tzname = (standard, summer)
    time.timezone = west
    time.altzone = altzone
    time.daylight = daylight


def _reset() -> None:
    if not start.zone_is_settled:  # else what a snapshot brought is right
        tzset()


def process_time() -> float:
    """Process time for profiling: sum of the kernel and user-space CPU time."""
    return clock_gettime(CLOCK_PROCESS_CPUTIME_ID)


def process_time_ns() -> int:
    """Process time for profiling as nanoseconds."""
    return clock_gettime_ns(CLOCK_PROCESS_CPUTIME_ID)


def thread_time() -> float:
    """Thread time for profiling: sum of the kernel and user-space CPU time."""
    return clock_gettime(CLOCK_THREAD_CPUTIME_ID)


def thread_time_ns() -> int:
    """Thread time for profiling as nanoseconds."""
    return clock_gettime_ns(CLOCK_THREAD_CPUTIME_ID)


def get_clock_info(name: str):
    """Get information of the specified clock."""
    clock = _CPU_CLOCKS.get(name) if isinstance(name, str) else None
    if clock is None:
        return _get_clock_info(name)
    from types import SimpleNamespace

    words, number = clock
    return SimpleNamespace(implementation=words, monotonic=True, adjustable=False, resolution=clock_getres(number))


_CPU_CLOCKS = {
    "process_time": ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", CLOCK_PROCESS_CPUTIME_ID),
    "thread_time": ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", CLOCK_THREAD_CPUTIME_ID),
}
_FUNCTIONS = (tzset, process_time, process_time_ns, thread_time, thread_time_ns, get_clock_info, gnu_strftime.strftime)


def install(*, unchanged: tuple = (), absent: tuple = ()) -> None:
    """Put the functions into ``time``, but those of *unchanged*; take out the names of *absent*, which the platform lacks."""
    for function in _FUNCTIONS:
        if function.__name__ not in unchanged:
            function.__module__ = "time"
            setattr(time, function.__name__, function)
    for name in absent:
        vars(time).pop(name, None)
    start.on_reset(_reset)
