print('a')
print
print('b')
