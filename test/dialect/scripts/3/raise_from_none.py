def f():
    raise ValueError(unicode('x')) from None
