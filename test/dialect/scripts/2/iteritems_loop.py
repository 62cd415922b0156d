for name, value in {'a': 1}.iteritems():
    print(name)
