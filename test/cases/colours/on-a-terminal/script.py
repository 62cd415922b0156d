# On a terminal a traceback has colours by itself.
def number(text):
    return int(text)


number("seven")
