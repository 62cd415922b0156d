import codecs
print(codecs.encode(b'abc', 'hex'))
