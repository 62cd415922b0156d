print(repr(unichr(8364)))
