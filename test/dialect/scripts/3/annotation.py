def double(x: int) -> int:
    return reduce(lambda a, b: a + b, [x, x])
