import six
for name, value in six.iteritems({}):
    print(name)
