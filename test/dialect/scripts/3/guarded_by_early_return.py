import sys

def text(value):
    if sys.version_info[0] >= 3:
        return str(value)
    return unicode(value)
