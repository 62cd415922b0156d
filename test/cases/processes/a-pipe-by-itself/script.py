# os.pipe within the script: end, EPIPE, blocking and not, exact capacity, fstat, dup, flags
import errno
import fcntl
import os
import stat


def refused(function, *args):
    try:
        print(function(*args))
    except OSError as error:
        print(type(error).__name__, errno.errorcode[error.errno])


reader, writer = os.pipe()
print(os.get_inheritable(reader), os.get_inheritable(writer), os.get_blocking(reader))
print(stat.S_ISFIFO(os.fstat(reader).st_mode), stat.S_ISFIFO(os.fstat(writer).st_mode), os.fstat(reader).st_size)
print(os.path.samestat(os.fstat(reader), os.fstat(writer)), os.path.samestat(os.fstat(reader), os.fstat(0)))
print(oct(os.fstat(reader).st_mode), os.fstat(reader).st_nlink, os.fstat(reader).st_uid == os.getuid(), os.isatty(reader))
print(os.write(writer, b'some'), os.read(reader, 2), os.read(reader, 10), os.read(reader, 0))
refused(os.read, writer, 1)
refused(os.write, reader, b'x')
refused(os.lseek, reader, 0, 0)
refused(os.pread, reader, 1, 0)
refused(os.ftruncate, writer, 0)
refused(os.fsync, writer)
refused(os.fchdir, reader)
copy = os.dup(writer)
os.close(writer)
os.write(copy, b'through a copy')
print(os.read(reader, 100))
os.close(copy)
print(os.read(reader, 1), os.read(reader, 1))
os.close(reader)
reader, writer = os.pipe()
os.set_blocking(writer, False)
os.set_blocking(reader, False)
refused(os.read, reader, 1)
print(os.write(writer, b'x' * 100_000))
refused(os.write, writer, b'x')
print(len(os.read(reader, 4095)))
refused(os.write, writer, b'x' * 4096)
print(len(os.read(reader, 1)), os.write(writer, b'x' * 4096))
refused(os.write, writer, b'x')
total = 0
while total < 65536:
    total += len(os.read(reader, 10_000))
print(total)
refused(os.read, reader, 1)
os.close(reader)
refused(os.write, writer, b'x')
os.close(writer)
refused(os.write, writer, b'x')
reader, writer = os.pipe2(os.O_NONBLOCK)
print(os.get_blocking(reader), os.get_blocking(writer), os.get_inheritable(reader))
print(bool(fcntl.fcntl(writer, fcntl.F_GETFL) & os.O_WRONLY), fcntl.fcntl(reader, fcntl.F_GETFL) & os.O_ACCMODE)
refused(os.pipe2, 1)
with os.fdopen(writer, 'w') as stream, os.fdopen(reader) as source:
    stream.write('text ü\n')
    stream.flush()
    print(source.readline())
reader, writer = os.pipe()
os.dup2(reader, 0)
os.write(writer, b'as input\n')
os.close(writer)
print(input())
