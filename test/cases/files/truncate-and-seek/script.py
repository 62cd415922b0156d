# Truncating and seeking leave the holes, positions and sizes of the real file system
import os

with open('data.bin', 'w+b') as stream:
    print(stream.write(b'0123456789'), stream.tell())
    print(stream.seek(-3, os.SEEK_END), stream.read())
    print(stream.truncate(4), stream.tell())
    stream.write(b'tail')
    stream.flush()
    stream.seek(0)
    print(stream.read())
    print(stream.seek(20), stream.write(b'end'), stream.truncate(), stream.seek(0, 2))
    print(stream.seek(0), stream.read())
    for offset, whence in ((-1, 0), (-100, 1), (-100, 2), (0, 9)):
        try:
            print(stream.seek(offset, whence))
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)

with open('text.txt', 'w+', encoding='utf-8') as stream:
    stream.write('äöü\nsecond\n')
    stream.seek(0)
    print(repr(stream.readline()), stream.tell())
    here = stream.tell()
    stream.seek(here)
    stream.truncate()
    stream.seek(0)
    print(repr(stream.read()))
    try:
        stream.seek(1, os.SEEK_CUR)
    except OSError as error:
        print(type(error).__name__, error)

os.truncate('data.bin', 2)
print(os.path.getsize('data.bin'))
os.truncate('data.bin', 6)
with open('data.bin', 'rb') as stream:
    print(stream.read())
descriptor = os.open('data.bin', os.O_RDONLY)
try:
    os.ftruncate(descriptor, 1)
except OSError as error:
    print(type(error).__name__, error)
os.close(descriptor)
try:
    os.truncate('.', 0)
except OSError as error:
    print(error)
