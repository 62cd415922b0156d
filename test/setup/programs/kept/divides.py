import sys


def f(n):
    return 1 / n


print(f.__code__.co_filename == __file__, __doc__, sys.argv)
f(0)
