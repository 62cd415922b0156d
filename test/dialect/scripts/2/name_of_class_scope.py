class A:
    xrange = range

    def loop(self):
        return list(xrange(3))
