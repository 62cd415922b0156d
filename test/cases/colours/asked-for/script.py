# FORCE_COLOR: a coloured traceback into a pipe too.
def number(text):
    return int(text)


number("seven")
