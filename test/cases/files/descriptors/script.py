# Descriptors are the lowest free numbers, share their position after dup and know their flags
import os
import stat

base = os.open('data.txt', os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
print('stdio below', base > 2)
print(os.write(base, b'0123456789'))
copy = os.dup(base)
print(copy - base, os.lseek(copy, 3, os.SEEK_SET), os.read(base, 2), os.lseek(copy, 0, os.SEEK_CUR))
print(os.get_inheritable(base), os.get_inheritable(copy))
os.set_inheritable(copy, True)
print(os.get_inheritable(copy))

target = os.open('other.txt', os.O_WRONLY | os.O_CREAT, 0o600)
print(os.dup2(base, target) == target, os.get_inheritable(target))
os.lseek(target, 0, os.SEEK_SET)
os.write(target, b'ten')
print(os.path.getsize('other.txt'), os.pread(base, 10, 0))
print(os.dup2(base, target, inheritable=False) == target, os.get_inheritable(target))
os.close(base)
print(os.open('data.txt', os.O_RDONLY) == base)
print(os.dup2(copy, 57), os.fstat(57).st_size, os.open('data.txt', os.O_RDONLY) == target + 1)
os.closerange(base, 58)
for number in (base, copy, target, 57):
    try:
        os.fstat(number)
    except OSError as error:
        print(error)

with open('data.txt') as stream:
    inner = open(stream.fileno(), closefd=False)
    print(inner.read(3), inner.name == stream.fileno())
    inner.close()
    print(os.isatty(stream.fileno()), stream.isatty(), stat.S_ISREG(os.fstat(stream.fileno()).st_mode))
    print(os.get_blocking(stream.fileno()))
with os.fdopen(os.open('data.txt', os.O_RDWR), 'r+') as stream:
    print(stream.read())
