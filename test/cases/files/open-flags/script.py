# The flags of os.open act as open(2) says
import os


def attempt(flags, mode=0o666, name='file.txt'):
    try:
        descriptor = os.open(name, flags, mode)
    except OSError as error:
        print(type(error).__name__, error.errno, error.strerror, ascii(error.filename)[:24])
        return
    print(os.fstat(descriptor).st_size, oct(os.fstat(descriptor).st_mode))
    os.close(descriptor)


attempt(os.O_RDONLY)
attempt(os.O_WRONLY | os.O_CREAT, 0o640)
with open('file.txt', 'w') as stream:
    stream.write('text')
attempt(os.O_WRONLY | os.O_CREAT | os.O_EXCL)
attempt(os.O_WRONLY | os.O_TRUNC)
attempt(os.O_RDONLY | os.O_DIRECTORY)
attempt(os.O_RDONLY | os.O_DIRECTORY, name='.')
attempt(os.O_WRONLY, name='.')
attempt(os.O_RDWR | os.O_CREAT, name='.')
os.symlink('file.txt', 'link')
attempt(os.O_RDONLY | os.O_NOFOLLOW, name='link')
attempt(os.O_RDONLY | os.O_CLOEXEC, name='link')
attempt(os.O_RDONLY, name='file.txt/below')
attempt(os.O_RDONLY, name='')
attempt(os.O_RDONLY, name='n' * 300)
attempt(os.O_RDONLY, name='d/' * 3000)
attempt(os.O_RDONLY | os.O_SYNC | os.O_NONBLOCK | os.O_NOCTTY)
try:
    os.open('file\0.txt', os.O_RDONLY)
except ValueError:
    print('a name with a NUL byte is no name')
