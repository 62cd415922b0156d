# PYTHONBREAKPOINT names a function, looked up at each call; another value then counts.
import os

print(breakpoint("one", two=2))
os.environ["PYTHONBREAKPOINT"] = "int"
print(breakpoint("12"))
