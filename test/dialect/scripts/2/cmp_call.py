print(cmp(1, 2))
