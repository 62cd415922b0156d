from string import maketrans
table = maketrans('a', 'b')
