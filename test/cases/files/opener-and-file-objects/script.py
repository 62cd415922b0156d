# open takes an opener, a descriptor or a path object, and says what it opened
import os
import pathlib

folder = os.open('.', os.O_RDONLY)


def beside(name, flags):
    return os.open(name, flags, 0o640, dir_fd=folder)


with open('made.txt', 'w', opener=beside) as stream:
    stream.write('made\n')
    print(stream.name, stream.fileno() > 2)
print(oct(os.stat('made.txt').st_mode & 0o777))
with open(pathlib.Path('made.txt')) as stream:
    print(repr(stream.name), stream.read())
with open(b'made.txt') as stream:
    print(repr(stream.name))
with open('made.txt') as stream:
    print(repr(stream))
with open('made.txt', 'rb') as stream:
    print(repr(stream), repr(stream.raw))
for wrong in (3.5, None, ['made.txt']):
    try:
        open(wrong)
    except TypeError as error:
        print(error)
try:
    open('x', opener=lambda name, flags: -1)
except ValueError as error:
    print(error)
os.close(folder)
