"""Writes down what it was given, waits, and looks again: argument 1 is its file."""

import json
import os
import random
import sys
import time


def look():
    own = sorted(name for name in vars(sys.modules["__main__"]) if name[0] == "w")
    return [os.environ["WHO"], os.getcwd(), sys.argv[1:], own]


globals()["w" + os.environ["WHO"]] = 1
first = look()
os.chdir("/")
time.sleep(0.3)
with open(sys.argv[1], "w") as file:
    json.dump([first, look(), random.random()], file)
