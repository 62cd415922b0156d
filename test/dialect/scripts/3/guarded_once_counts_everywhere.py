def text(value):
    try:
        return unicode(value)
    except NameError:
        return value

print(isinstance(text('a'), unicode))
