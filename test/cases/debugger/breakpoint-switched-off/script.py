# PYTHONBREAKPOINT=0: breakpoint() does nothing, whatever it is given.
print(breakpoint(), breakpoint(1, two=3))
print(input())
