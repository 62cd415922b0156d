def numbers():
    yield from xrange(3)
