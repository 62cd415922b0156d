def items(d):
    return d.iteritems() if hasattr(d, 'iteritems') else d.items()
