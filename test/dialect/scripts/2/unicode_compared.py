def is_text(x):
    return type(x) == unicode
