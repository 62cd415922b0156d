def count(file, long=False, unicode=None):
    return max(file, long), isinstance(file, unicode)
