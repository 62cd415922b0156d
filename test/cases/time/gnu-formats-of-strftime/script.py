# The formats that GNU's strftime adds, as scripts on Linux use them
import datetime
import time

moment = time.strptime('2024-02-09 07:05:03', '%Y-%m-%d %H:%M:%S')
for format in ('%-d.%-m.%Y', '%-H:%-M', '%_d|%_H', '%e %k %l', '%I %P', '%s', '%^a %^B', '%#Z', '%3d|%010Y', '100% sure', '%Q', '%'):
    print(repr(format), repr(time.strftime(format, moment)))
print(datetime.datetime(2024, 2, 9, 17, 5).strftime('%-d/%-m %l:%M %P %s'))
