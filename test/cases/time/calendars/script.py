# calendar prints months and counts days
import calendar

print(calendar.month(2024, 2), end='')
print(tuple(map(int, calendar.monthrange(2023, 2))), calendar.isleap(2000), calendar.leapdays(2000, 2024), calendar.weekday(2024, 2, 29), calendar.timegm((2024, 2, 29, 0, 0, 0)))
print(calendar.monthcalendar(2024, 9)[0], list(calendar.day_abbr), list(calendar.month_name)[1:4])
print(calendar.TextCalendar(6).formatmonth(2023, 5), end='')
