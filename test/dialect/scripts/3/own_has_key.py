class Settings(object):
    def has_key(self, name):
        return False

print(Settings().has_key('a'))
