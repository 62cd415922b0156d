show = lambda text: print(text)
x = unicode('x')
