# -E: PYTHONBREAKPOINT does not count, and the debugger reads the pipe.
breakpoint()
print("on")
