# A module beside the script shadows the standard library's module of that name, as in python
import sys

import calendar
import queue

print(calendar.WHO, queue.WHO, 'json' not in sys.modules or 'json is there')
