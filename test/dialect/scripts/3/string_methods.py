text = 'a'.casefold()
x = unicode('x')
