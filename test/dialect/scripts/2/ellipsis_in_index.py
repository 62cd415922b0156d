import sys
class A(object):
    def __getitem__(self, key):
        return key

A()[..., 1]
print(sys.maxint)
