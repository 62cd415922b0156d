# Every strftime format of the C standard, and strptime back
import datetime
import time

moment = time.strptime('2024-02-09 07:05:03', '%Y-%m-%d %H:%M:%S')
for letter in 'aAbBcdDeFgGhHIjmMnprRStTuUVwWxXyYCzZ%':
    print(letter, repr(time.strftime('%' + letter, moment)), end=' ')
print()
for format in ('no format', '', '%d %B, %Y um %H Uhr', 'trailing %%', 'zwölf: %H'):
    print(repr(format), repr(time.strftime(format, moment)))
print(tuple(moment), time.strptime('9 Feb 24 PM 03', '%d %b %y %p %I').tm_hour, time.strptime('Mon Jan  1 00:00:00 2024')[:6], time.strptime('24040', '%y%j').tm_mon)
for text, format in (('2024-13-01', '%Y-%m-%d'), ('x', '%Y'), ('2024 rest', '%Y'), ('1', '%q')):
    try:
        print(time.strptime(text, format))
    except ValueError as error:
        print(error)
when = datetime.datetime(2024, 2, 29, 13, 14, 15, 16, tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=30)))
print(when.strftime('%f %z %Z %j %p %I %A'), f'{when:%d/%m/%y}', datetime.date(2024, 12, 30).strftime('%G-W%V-%u'), datetime.time(5, 6).strftime('%H%M'))
