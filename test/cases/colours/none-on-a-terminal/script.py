# NO_COLOR: none on a terminal either.
def number(text):
    return int(text)


number("seven")
