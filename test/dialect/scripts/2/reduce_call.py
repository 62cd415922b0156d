import operator
print(reduce(operator.add, [1, 2, 3]))
