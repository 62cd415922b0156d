# localtime, mktime, strftime and tzname follow TZ with its summer time
import time

print(time.tzname, time.timezone, time.altzone, time.daylight)
for stamp in (0, 1_000_000_000, 1_584_233_999, 1_584_234_000, 1_603_583_999, 1_603_587_600, 1_711_846_799, 1_711_846_800, 1_730_000_000, 4_102_444_800, -86_400 * 365):
    local = time.localtime(stamp)
    print(stamp, tuple(local), local.tm_zone, local.tm_gmtoff, int(time.mktime(local)), time.strftime('%Y-%m-%d %H:%M:%S %Z %z %j %U %w', local))
print(time.asctime(time.localtime(1_711_846_800)), '|', time.ctime(1_711_846_800), '|', tuple(time.gmtime(1_711_846_800)))
for fields in ((2024, 3, 31, 2, 30, 0, 0, 0, -1), (2024, 10, 27, 2, 30, 0, 0, 0, 1), (2024, 10, 27, 2, 30, 0, 0, 0, 0), (2024, 14, 35, 25, 61, 61, 0, 0, -1), (1969, 12, 31, 0, 0, 0, 0, 0, -1)):
    print(fields, time.mktime(fields))
