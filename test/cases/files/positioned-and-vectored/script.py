# pread, pwrite, readv and writev move what they say and leave the position alone where they should
import os

descriptor = os.open('data.bin', os.O_RDWR | os.O_CREAT)
print(os.writev(descriptor, [b'head', b'', b'-body-', bytearray(b'tail')]))
print(os.pwrite(descriptor, b'HEAD', 0), os.lseek(descriptor, 0, os.SEEK_CUR))
print(os.pread(descriptor, 6, 4), os.pread(descriptor, 10, 12), os.pread(descriptor, 10, 100))
first, second = bytearray(3), bytearray(20)
os.lseek(descriptor, 0, os.SEEK_SET)
print(os.readv(descriptor, [first, second]), bytes(first), bytes(second))
print(os.pwritev(descriptor, [b'one', b'two'], 20), os.preadv(descriptor, [first, second], 20), bytes(first), bytes(second[:3]))
print(os.fstat(descriptor).st_size)
os.fsync(descriptor)
os.fdatasync(descriptor)
for action in (lambda: os.pread(descriptor, 1, -1), lambda: os.pwrite(descriptor, b'x', -1)):
    try:
        action()
    except OSError as error:
        print(error)
os.close(descriptor)
