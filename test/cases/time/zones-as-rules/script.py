# TZ as a rule, as a file, as UTC, empty, unknown and unset again
import os
import time

for zone in ('UTC', 'UTC0', 'EST5EDT', 'EST5EDT,M3.2.0,M11.1.0', 'CET-1CEST,M3.5.0,M10.5.0/3', '<+0330>-3:30', '<-03>3', 'XYZ-14', 'AEST-10AEDT,M10.1.0,M4.1.0/3', ':Europe/London', '/usr/share/zoneinfo/Asia/Tokyo', '', 'Nowhere/Land', 'JST-9'):
    os.environ['TZ'] = zone
    time.tzset()
    print(repr(zone), time.tzname, time.timezone, time.altzone, time.daylight)
    for stamp in (1_705_000_000, 1_720_000_000):
        print('  ', time.strftime('%F %T %Z %z', time.localtime(stamp)), time.localtime(stamp).tm_isdst)
del os.environ['TZ']
time.tzset()
print(time.tzname, time.localtime(1_720_000_000).tm_gmtoff)
os.environ['TZ'] = 'America/New_York'
os.system('date -d @1720000000 "+%F %T %Z"')
