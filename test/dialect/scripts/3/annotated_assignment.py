count: int = 0
print(unicode(count))
