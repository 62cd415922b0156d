print('a', end='')
