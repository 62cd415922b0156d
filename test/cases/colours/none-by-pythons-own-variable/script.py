# PYTHON_COLORS=0 counts more than FORCE_COLOR.
def number(text):
    return int(text)


number("seven")
