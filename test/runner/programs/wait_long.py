"""Waits, in the way that its argument names, longer than anybody waits for it."""

import subprocess
import sys
import time

(how,) = sys.argv[1:]
if how == "tidy":
    try:
        time.sleep(600)
    finally:
        print("put in order")
if how == "stubborn":
    while True:
        try:
            time.sleep(600)
        except KeyboardInterrupt:
            print("no", flush=True)
if how == "child":
    with open(__file__), subprocess.Popen(["sleep", "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.read()
if how == "busy":
    sum(range(10**12))
time.sleep(600)
