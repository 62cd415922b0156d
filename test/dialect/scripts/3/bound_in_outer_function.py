def outer(reduce):
    def inner():
        return reduce(1)
    return inner
