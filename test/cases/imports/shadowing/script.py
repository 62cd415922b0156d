# A module beside the script shadows the standard library's module of that name, as in python
import calendar
import json
import queue
import random
import shutil

for module in (calendar, json, queue, random, shutil):
    print(module.__name__, getattr(module, 'WHO', 'the standard library'))
