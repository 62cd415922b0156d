class A(metaclass=type):
    pass

x = unicode('x')
