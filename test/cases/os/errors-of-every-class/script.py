# Each common subclass of OSError is raised with the host's number, words and file names
import errno
import os


def attempt(what, action, *arguments):
    try:
        action(*arguments)
        print(what, 'no error')
    except OSError as error:
        print(what, '|', type(error).__name__, '|', error, '|', error.errno, errno.errorcode[error.errno], '|', error.strerror,
              '|', error.filename, error.filename2, error.args)


open('file', 'w').close()
os.mkdir('folder')
open('folder/inside', 'w').close()
attempt('missing', open, 'absent')
attempt('missing bytes', open, b'absent')
attempt('exists', os.mkdir, 'folder')
attempt('is a directory', open, 'folder')
attempt('not a directory', os.listdir, 'file')
attempt('not empty', os.rmdir, 'folder')
attempt('not permitted', os.link, 'folder', 'other')
attempt('cross device', os.link, '/proc/version', 'version')
attempt('loop', os.symlink, 'loop', 'loop')
attempt('loop', open, 'loop')
attempt('too long', open, 'x' * 256)
attempt('bad descriptor', os.close, 9999)
attempt('invalid', os.lseek, os.open('file', os.O_RDONLY), -1, os.SEEK_SET)
attempt('illegal seek', os.lseek, os.open('/dev/null', os.O_RDONLY), 0, 77)
attempt('no such process', os.kill, 2 ** 22 + 1, 0)
attempt('no child', os.waitpid, -1, 0)
attempt('no terminal', os.ttyname, os.open('file', os.O_RDONLY))
attempt('no space', os.write, os.open('/dev/full', os.O_WRONLY), b'x')
attempt('read only', os.truncate, '/proc/version', 0)
attempt('two names', os.rename, 'absent', 'other')
attempt('two names', os.replace, b'absent', b'other')
for number in (errno.EPERM, errno.ENOENT, errno.EINTR, errno.EAGAIN, errno.ECONNREFUSED, errno.ETIMEDOUT, errno.EPIPE, errno.ECHILD, errno.ENOSYS):
    error = OSError(number, os.strerror(number), 'name')
    print(number, type(error).__name__, error)
print(os.strerror(0), os.strerror(123456), len(errno.errorcode) > 120, errno.ENOTSUP == errno.EOPNOTSUPP)
