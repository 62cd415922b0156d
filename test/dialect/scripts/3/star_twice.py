print_all = max(*[1], *[2])
x = unicode('x')
