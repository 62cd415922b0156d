first, *rest = [1, 2]
print(unicode(first))
