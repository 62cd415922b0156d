# An exclusive open makes a lock file exactly once
import errno
import os


def lock(path):
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError as error:
        print('held', error.errno == errno.EEXIST, error.filename, error.strerror)
        return False
    os.write(descriptor, b'%d\n' % 4711)
    os.close(descriptor)
    return True


print(lock('run.lock'), lock('run.lock'))
os.symlink('nowhere', 'dangling.lock')
print(lock('dangling.lock'))
try:
    open('run.lock', 'x')
except FileExistsError as error:
    print(error)
os.remove('run.lock')
with open('run.lock', 'x') as stream:
    print('again', stream.name)
print(oct(os.stat('run.lock').st_mode))
