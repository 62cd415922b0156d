# datetime adds, compares, parses and converts across summer time
import datetime
from datetime import date, timedelta, timezone

start = datetime.datetime(2024, 3, 30, 12)
print(start + timedelta(days=1), (start + timedelta(days=1)).timestamp() - start.timestamp(), start.astimezone(), start.astimezone(timezone.utc))
print(datetime.datetime.fromtimestamp(1_711_846_800), datetime.datetime.fromtimestamp(1_711_846_799.999999), datetime.datetime.fromtimestamp(0, timezone.utc), date.fromtimestamp(0))
print(datetime.datetime(2024, 10, 27, 2, 30, fold=0).timestamp(), datetime.datetime(2024, 10, 27, 2, 30, fold=1).timestamp(), datetime.datetime(2024, 10, 27, 2, 30, fold=1).astimezone().tzname())
print(datetime.datetime.fromisoformat('2024-02-29T01:02:03.004+05:30'), date.fromisoformat('2024-02-29'), datetime.datetime.strptime('29/Feb/2024:13:00:01 +0200', '%d/%b/%Y:%H:%M:%S %z'))
print(timedelta(days=1, hours=-3, microseconds=5), timedelta(seconds=90) / 4, timedelta(hours=25) // timedelta(hours=1), timedelta(days=-1), str(timedelta(days=400)), repr(timedelta(minutes=1)), timedelta(weeks=1).total_seconds())
print(date(2024, 2, 29).replace(year=2020), date(2024, 1, 1).isocalendar(), date(2024, 2, 29).weekday(), date.max - date.min, (date(2024, 12, 25) - date(2024, 2, 29)).days, date(2024, 2, 29).timetuple().tm_yday)
print(repr(datetime.datetime(2024, 1, 1, tzinfo=timezone.utc)), start.isoformat(' ', 'minutes'), start.date(), start.time(), timezone(timedelta(hours=-3)), start < start + timedelta(1))
now, today = datetime.datetime.now(), date.today()
print(abs((datetime.datetime.now() - now).total_seconds()) < 3600, now.date() - today <= timedelta(1), datetime.datetime.now(timezone.utc).utcoffset(), now.astimezone().tzname() in ('CET', 'CEST'))
for action in (lambda: datetime.datetime.fromisoformat('nonsense'), lambda: now < datetime.datetime.now(timezone.utc), lambda: date.max + timedelta(1), lambda: datetime.datetime.strptime('x', '%Y')):
    try:
        action()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
