class A(object):
    def __init__(self, path):
        self.file = open(path)

    def read(self):
        return self.file(1), self.reduce(2)
