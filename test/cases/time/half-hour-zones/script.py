# Zones with half hours, with half-hour summer time and without any
import os
import time

for zone in ('Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'Africa/Casablanca', 'Europe/Dublin', 'Asia/Tokyo'):
    os.environ['TZ'] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
    for stamp in (100_000_000, 1_705_000_000, 1_720_000_000):
        local = time.localtime(stamp)
        print('  ', time.strftime('%F %T %Z %z', local), local.tm_isdst, int(time.mktime(local)) == stamp)
