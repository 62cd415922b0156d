"""Civil time by TZ: localtime, mktime, strftime and the names, over many zones and seasons."""

import os
import time

from facts import attempt, fact

MOMENTS = (
    0,
    1,
    -1,
    86399,
    951782400,
    1000000000,
    1700000000,
    1711846800,
    1711846799,
    1730000000,
    1729990800,
    4102444799,
    2**31 - 1,
    2**31,
    -(2**31),
    -(10**10),
    10**11,
)
for zone in (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "CET-1CEST,M3.5.0,M10.5.0/3",
    "<+0330>-3:30",
    "EST5EDT",
    "",
    "Nowhere/Land",
    ":Europe/Rome",
    None,
):
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    time.tzset()
    fact(f"TZ={zone}", time.tzname, time.timezone, time.altzone, time.daylight)
    for moment in MOMENTS:
        local = time.localtime(moment)
        fact(f"  {moment}", tuple(local), local.tm_zone, local.tm_gmtoff, time.mktime(local) == moment)
    for civil in (
        (2024, 3, 31, 2, 30, 0),
        (2024, 10, 27, 2, 30, 0),
        (2024, 13, 32, 25, 61, 61),
        (1969, 12, 31, 23, 59, 59),
        (2024, 2, 30, 0, 0, 0),
    ):
        attempt(f"  mktime {civil}", lambda civil=civil: [time.mktime(civil + (0, 0, dst)) for dst in (0, 1)])
    fact("  strftime", time.strftime("%Y-%m-%d %H:%M:%S %Z %z %j %U %W %w %a %b %c %x %X %p %y %%", time.localtime(1711846800)))
fact("gmtime", [tuple(time.gmtime(moment)) for moment in MOMENTS])
attempt("too far to be a year", time.localtime, 2**60)
attempt("gmtime of it", time.gmtime, 2**60)
attempt("not a number", time.localtime, float("nan"))
attempt("mktime of a year too large", time.mktime, (2**40, 1, 1, 0, 0, 0, 0, 0, 0))
attempt("ctime", time.ctime, 0)
os.environ["TZ"] = "Asia/Tokyo"
attempt("TZ without tzset", time.ctime, 0)
attempt("asctime", time.asctime, (2024, 1, 2, 3, 4, 5, 6, 7, 0))
attempt("strptime", lambda: tuple(time.strptime("2024-02-29 12:34:56", "%Y-%m-%d %H:%M:%S")))
