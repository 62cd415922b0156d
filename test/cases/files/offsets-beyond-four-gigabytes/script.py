# Positions, sizes and reads beyond 2 and 4 GB are exact in a sparse file
import os

GIGABYTE = 1 << 30
name = 'sparse.img'
with open(name, 'wb') as stream:
    for gigabytes in (1, 2, 4, 5):
        stream.seek(gigabytes * GIGABYTE - 3)
        stream.write(b'at %dG;' % gigabytes)
        print(stream.tell())
print(os.path.getsize(name), os.stat(name).st_blocks < 1000)

with open(name, 'rb') as stream:
    for gigabytes in (1, 2, 4, 5):
        print(stream.seek(gigabytes * GIGABYTE - 3), stream.read(6))
    print(stream.seek(-6, os.SEEK_END), stream.tell() > 4 * GIGABYTE, stream.read(3))

descriptor = os.open(name, os.O_RDWR)
print(os.pread(descriptor, 6, 4 * GIGABYTE - 3))
print(os.pwrite(descriptor, b'far', 6 * GIGABYTE), os.fstat(descriptor).st_size)
print(os.lseek(descriptor, 0, os.SEEK_END))
os.ftruncate(descriptor, 3 * GIGABYTE)
print(os.fstat(descriptor).st_size, os.pread(descriptor, 3, 2 * GIGABYTE - 3))
os.close(descriptor)
os.truncate(name, 7 * GIGABYTE + 1)
print(os.path.getsize(name))
os.remove(name)
