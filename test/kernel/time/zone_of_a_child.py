"""A child of the guest sees the same zone, and tzset takes what os.environ says now."""

import os
import time

from facts import fact

for zone in ("America/Sao_Paulo", "Asia/Kathmandu", "<-02>2"):
    os.environ["TZ"] = zone
    time.tzset()
    os.system("date -d @1700000000 '+%F %T %Z %z' > now")
    fact(
        zone,
        open("now").read().strip() == time.strftime("%F %T %Z %z", time.localtime(1700000000)),
        time.strftime("%F %T %Z %z", time.localtime(1700000000)),
    )
os.putenv("TZ", "Europe/Paris")
time.tzset()
fact("by putenv", time.tzname)
os.unsetenv("TZ")
time.tzset()
fact("by unsetenv", time.localtime(0).tm_gmtoff == time.localtime(0).tm_gmtoff, time.tzname)
