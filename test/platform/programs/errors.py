"""Errors of Win32 have a code and its words, those of the C runtime an errno."""

import errno
import os


def show(what, *args):
    try:
        what(*args)
    except OSError as error:
        print(type(error).__name__, error, error.winerror, error.errno)
    else:
        print("fine")


print(OSError().winerror, OSError(2, "x"), type(OSError(errno.ECONNREFUSED, "x")).__name__)
os.makedirs("full\\inside")
open("file", "w").close()
for path in ("nosuch", "no\\such", "file\\such", "a?b", "D:\\x", "\\\\server\\share\\x"):
    show(os.stat, path)
    show(open, path)
show(os.listdir, "nosuch")
show(os.listdir, "file")
show(os.scandir, "nosuch")
show(os.mkdir, "full")
show(os.mkdir, "no\\such")
show(os.rmdir, "full")
show(os.rmdir, "file")
show(os.remove, "full")
show(os.remove, "nosuch")
show(os.chdir, "file")
show(os.chdir, "nosuch")
show(open, "full")
show(open, "full", "w")
show(open, "file", "x")
show(os.open, "full", os.O_RDONLY)
show(os.rename, "nosuch", "other")
show(os.rename, "file", "full")
show(os.replace, "file", "full")
show(os.chmod, "nosuch", 0o600)
show(os.utime, "nosuch")
show(os.link, "nosuch", "other")
show(os.readlink, "file")
show(os.close, 99)
show(os.fstat, 99)
show(os.kill, 99999999, 15)
show(open, "C:\\.py-runner\\Lib\\os.py", "w")
show(os.remove, "C:\\.py-runner\\Lib\\os.py")
print(os.strerror(2), os.strerror(13), errno.errorcode[10061], errno.EWOULDBLOCK, errno.ENOTEMPTY)
