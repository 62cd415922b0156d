from os import path
path.walk('.', lambda *a: None, None)
