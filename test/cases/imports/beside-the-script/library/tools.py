from . import text


def double(value):
    return 2 * value
