# TERM=dumb: none on a terminal that knows no escapes.
def number(text):
    return int(text)


number("seven")
