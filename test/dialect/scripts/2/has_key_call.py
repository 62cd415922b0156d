options = {'a': 1}
if options.has_key('a'):
    print('a')
