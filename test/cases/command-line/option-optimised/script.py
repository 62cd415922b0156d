# -OO: no assertions, no docstrings.
def documented():
    "said"


assert False, "left out"
print(__debug__, documented.__doc__)
