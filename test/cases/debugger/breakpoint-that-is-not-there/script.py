# PYTHONBREAKPOINT names what is not there: a warning, and the script goes on.
breakpoint()
print("on")
