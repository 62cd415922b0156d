def setup():
    global unicode
    unicode = str

setup()
print(unicode(5))
