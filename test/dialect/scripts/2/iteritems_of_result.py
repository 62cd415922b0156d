def options():
    return {}

for name, value in options().iteritems():
    pass
