import string

def words(string):
    return string.split(','), string.upper()

print(words('a'), string.ascii_letters)
