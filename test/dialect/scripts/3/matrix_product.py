def product(a, b):
    return a @ b

x = unicode('x')
