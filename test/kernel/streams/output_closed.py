"""Without standard output sys.stdout is None, print says nothing, and number 1 is free."""

import os
import sys

log = open("report", "a")
print("stdout", sys.stdout, file=log)
print("into nothing")
try:
    os.write(1, b"x")
except OSError as error:
    print("os.write", error, file=log)
log.close()
print("number", os.open("first", os.O_CREAT | os.O_WRONLY), os.get_inheritable(1), file=open("report2", "w"))
os.write(1, b"in the first file\n")
os.system("exec 2>&1; echo from a child")
