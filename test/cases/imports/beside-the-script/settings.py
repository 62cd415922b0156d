print('settings are read')
NAME = 'original'
