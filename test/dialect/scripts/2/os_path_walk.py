import os

def visit(argument, folder, names):
    pass

os.path.walk('.', visit, None)
