def outer():
    x = 0
    def inner():
        nonlocal x
        x = xrange(3)
    return inner
