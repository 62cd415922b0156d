made = given * 2
print(__name__, 'made', made)
