"""What the native C library knows of the zone in TZ, as JSON for zone.test.ts: constants, local times, mktime's answers.

The instants are found here, not by the code under test: every change of local time from 1850 to 2110, and others between.
"""

import json
import os
import random
import sys
import time

DAY = 86_400
STEP = 6 * DAY  # less than the shortest time that any zone has spent between two changes, 601,200 s
FIRST = -120 * 365 * DAY
LAST = 140 * 366 * DAY


def main() -> None:
    tz = os.environ.get("TZ")
    dice = random.Random(str(tz))
    changes = find_changes()
    spread = [dice.randrange(FIRST, LAST) for _ in range(300)]
    instants = spread + [change + step for change in changes for step in (-1, 0, 1)]
    wall_times = {wall for change in dice.sample(changes, min(len(changes), 40)) for wall in around(change)}
    wall_times.update(instant + local_kind(instant)[0] for instant in spread[:50])
    json.dump({
        "constants": {"tzname": time.tzname, "timezone": time.timezone, "altzone": time.altzone, "daylight": time.daylight},
        "local": [[instant, *local_fields(instant)] for instant in instants],
        "mktime": [[wall, is_dst, make_time(wall, is_dst, tz)] for wall in sorted(wall_times) for is_dst in (-1, 0, 1)],
    }, sys.stdout)


def find_changes() -> list[int]:
    """The first second of each kind of local time, found by looking every STEP and halving those in which it changes."""
    changes = []
    for low in range(FIRST, LAST, STEP):
        high = low + STEP
        before = local_kind(low)
        if before == local_kind(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            if local_kind(middle) == before:
                low = middle
            else:
                high = middle
        changes.append(high)
    return changes


def around(change: int) -> set[int]:
    """Wall times just outside, at the edges and in the middle of the gap or overlap that a change makes."""
    low, high = sorted(change + local_kind(moment)[0] for moment in (change - 1, change))
    return {low - 1, low, (low + high) // 2, high - 1, high}


def local_kind(instant: int) -> tuple[int, int, str]:
    local = time.localtime(instant)
    return local.tm_gmtoff, local.tm_isdst, local.tm_zone


def local_fields(instant: int) -> list[int | str]:
    local = time.localtime(instant)
    return [*local, local.tm_gmtoff, local.tm_zone]


def make_time(wall: int, is_dst: int, tz: str | None) -> int | None:
    """mktime as the first call in a process answers: a call under UTC makes the C library forget the offset of the one before."""
    use_zone("UTC0")
    time.mktime((2000, 1, 1, 0, 0, 0, 0, 0, 0))
    use_zone(tz)
    try:
        return int(time.mktime((*time.gmtime(wall)[:8], is_dst)))
    except OverflowError:
        return None


def use_zone(tz: str | None) -> None:
    if tz is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = tz
    time.tzset()


main()
