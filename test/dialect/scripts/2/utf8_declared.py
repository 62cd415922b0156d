# vim: set fileencoding=utf-8 :
name = 'Straße'
for letter in xrange(3):
    pass
