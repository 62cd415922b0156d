# -E: PYTHON_COLORS does not count, FORCE_COLOR is nobody's own and does.
def number(text):
    return int(text)


number("seven")
