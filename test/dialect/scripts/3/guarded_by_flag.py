import sys
PY3 = sys.version_info >= (3,)

def items(d):
    if PY3:
        return d.items()
    return d.iteritems()
