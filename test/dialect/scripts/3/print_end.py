print('a', end='')
x = unicode('x')
