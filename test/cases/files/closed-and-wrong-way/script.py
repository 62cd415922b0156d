# A closed file, a file opened the other way and a closed descriptor are refused with python's words
import io
import os


def attempt(what, action):
    try:
        print(what, action())
    except Exception as error:
        print(what, type(error).__name__, error, getattr(error, 'errno', ''))


stream = open('file.txt', 'w')
attempt('read', stream.read)
attempt('iterate', lambda: next(stream))
stream.close()
print(stream.closed, stream.close())
attempt('write', lambda: stream.write('x'))
attempt('flush', stream.flush)
attempt('fileno', stream.fileno)
attempt('with', stream.__enter__)
reader = open('file.txt')
attempt('write', lambda: reader.write('x'))
attempt('truncate', reader.truncate)
binary = open('file.txt', 'rb')
attempt('text', lambda: binary.write('x'))
descriptor = binary.fileno()
os.close(descriptor)
attempt('close', binary.close)
attempt('os.close', lambda: os.close(descriptor))
attempt('os.read', lambda: os.read(descriptor, 1))
attempt('os.write', lambda: os.write(descriptor, b'x'))
attempt('os.fstat', lambda: os.fstat(descriptor))
attempt('os.lseek', lambda: os.lseek(descriptor, 0, 0))
attempt('os.dup', lambda: os.dup(descriptor))
attempt('fdopen', lambda: os.fdopen(descriptor))
attempt('negative', lambda: os.read(-1, 1))
attempt('read a writer', lambda: os.read(os.open('file.txt', os.O_WRONLY), 1))
attempt('write a reader', lambda: os.write(os.open('file.txt', os.O_RDONLY), b'x'))
attempt('read a folder', lambda: os.read(os.open('.', os.O_RDONLY), 1))
attempt('detached', lambda: io.TextIOWrapper(io.BytesIO()).detach() and None)
