show = print
x = unicode('x')
