import string, random
password = ''.join(random.choice(string.letters) for i in range(8))
