# zoneinfo reads the system's zone files
import datetime
import zoneinfo

berlin, york = zoneinfo.ZoneInfo('Europe/Berlin'), zoneinfo.ZoneInfo('America/New_York')
when = datetime.datetime(2024, 7, 1, 12, tzinfo=berlin)
print(when, when.astimezone(york), when.tzname(), when.utcoffset(), when.dst(), repr(york))
print(datetime.datetime(2040, 1, 1, tzinfo=york).astimezone(datetime.timezone.utc), 'Asia/Tokyo' in zoneinfo.available_timezones())
try:
    zoneinfo.ZoneInfo('Nowhere/Land')
except zoneinfo.ZoneInfoNotFoundError as error:
    print(type(error).__name__, error)
