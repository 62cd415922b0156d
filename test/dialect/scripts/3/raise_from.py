try:
    xrange(3)
except Exception as problem:
    raise ValueError() from problem
