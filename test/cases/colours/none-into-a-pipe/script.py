# No colours where standard error is a pipe, whatever the terminal is said to be.
def number(text):
    return int(text)


number("seven")
