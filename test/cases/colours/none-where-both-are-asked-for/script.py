# NO_COLOR counts more than FORCE_COLOR: a plain traceback.
def number(text):
    return int(text)


number("seven")
