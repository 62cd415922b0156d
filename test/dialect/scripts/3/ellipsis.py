def later():
    ...

x = unicode('x')
