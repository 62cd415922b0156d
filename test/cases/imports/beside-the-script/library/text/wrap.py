from ..tools import double


def quote(value):
    return '"%s"' % double(value)
