print(list(long for long in [1]))
print(long(5))
