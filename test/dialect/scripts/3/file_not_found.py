try:
    open('a')
except FileNotFoundError:
    x = unicode('x')
