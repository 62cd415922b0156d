# os.utime sets times to the nanosecond, of files, folders, links and descriptors
import os
import time

open('file', 'w').close()
os.mkdir('folder')
os.symlink('file', 'link')


def times(name, **keywords):
    info = os.stat(name, **keywords)
    return info.st_atime_ns, info.st_mtime_ns


os.utime('file', (1, 2))
print(times('file'))
os.utime('file', (1_500_000_000.25, 1_500_000_000.75))
print(times('file'), os.stat('file').st_mtime)
os.utime('file', ns=(1, 1_699_999_999_999_999_999))
print(times('file'))
os.utime('file', ns=(-1_000_000_001, -1))
print(times('file'), os.stat('file').st_mtime)
os.utime('file', (4_294_967_300, 4_294_967_301))
print(times('file'))
os.utime('folder', ns=(123_456_789, 987_654_321))
print(times('folder'))
os.utime('link', ns=(7, 8), follow_symlinks=False)
print(times('link', follow_symlinks=False), times('file')[0] != 7)
with open('file') as stream:
    os.utime(stream.fileno(), ns=(5, 6))
print(times('file'))
before = time.time()
os.utime('file')
print(abs(os.stat('file').st_mtime - before) < 60)
for arguments, keywords in ((('absent',), {}), (('file', (1,)), {}), (('file', (1, 2)), {'ns': (1, 2)})):
    try:
        os.utime(*arguments, **keywords)
    except OSError as error:
        print(type(error).__name__, error.strerror)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
os.utime('file', (0, 0))
os.utime('folder', (0, 0))
