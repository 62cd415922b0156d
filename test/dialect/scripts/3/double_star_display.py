settings = {**{'a': 1}}
x = unicode('x')
