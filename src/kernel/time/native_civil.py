"""Civil time by the native interpreter, for civil.test.ts and mktime.test.ts: JSON questions on standard input, JSON answers."""

import calendar
import datetime
import json
import sys
import time


def main() -> None:
    questions = json.load(sys.stdin)
    answers = {
        "gmtime": [list(time.gmtime(seconds))[:8] for seconds in questions.get("seconds", [])],
        "timegm": [by_calendar(seconds) for seconds in questions.get("seconds", [])],
        "datetime": [by_datetime(seconds) for seconds in questions.get("seconds", [])],
        "mktime": [make_time(fields) for fields in questions.get("fields", [])],
    }
    json.dump(answers, sys.stdout)


def by_calendar(seconds: int) -> int | None:
    """None outside the years that the datetime module has, 1 to 9999."""
    fields = time.gmtime(seconds)
    return calendar.timegm(fields) if 1 <= fields.tm_year <= 9999 else None


def by_datetime(seconds: int) -> list[int] | None:
    if not 1 <= time.gmtime(seconds).tm_year <= 9999:
        return None
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    return list(moment.timetuple())[:8]


def make_time(fields: list[int]) -> int | None:
    """Year, month, day, hour, minute, second, isdst, none of which needs to be in range."""
    *civil, is_dst = fields
    try:
        return int(time.mktime((*civil, 0, 0, is_dst)))
    except OverflowError:
        return None


main()
