print(*[1, 2])
x = unicode('x')
