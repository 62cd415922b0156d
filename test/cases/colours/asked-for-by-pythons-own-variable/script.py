# PYTHON_COLORS=1 counts more than NO_COLOR.
def number(text):
    return int(text)


number("seven")
