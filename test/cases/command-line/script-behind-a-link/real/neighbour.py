VALUE = 'found'
