def f():
    raise ValueError(__file__)


f()
