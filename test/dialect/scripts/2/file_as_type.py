def load(source):
    if isinstance(source, file):
        return source.read()
    return source
