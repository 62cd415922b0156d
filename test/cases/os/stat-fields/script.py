# The fields of os.stat describe files, folders and links exactly
import os
import stat
import time

with open('file.txt', 'w') as stream:
    stream.write('x' * 5000)
os.chmod('file.txt', 0o640)
os.link('file.txt', 'second-name')
os.symlink('file.txt', 'link')
os.mkdir('folder')
os.utime('file.txt', ns=(1_000_000_000_123_456_789, 1_600_000_000_987_654_321))

info = os.stat('file.txt')
print(info.st_size, oct(info.st_mode), info.st_nlink, info.st_blksize, info.st_blocks)
print(info.st_mtime, info.st_mtime_ns, info.st_atime_ns, int(info.st_ctime) >= 1_700_000_000)
print(info.st_uid == os.getuid(), info.st_gid == os.getgid(), info.st_rdev)
print(len(info), info[stat.ST_SIZE], info[stat.ST_MTIME], tuple(info)[:1] == (info.st_mode,))
print(info.st_ino == os.stat('second-name').st_ino, info.st_dev == os.stat('.').st_dev)
print(os.stat('link') == info, os.lstat('link').st_size, stat.filemode(os.lstat('link').st_mode))
for name in ('file.txt', 'folder', '/dev/null', '/tmp', '/etc/passwd'):
    mode = os.stat(name).st_mode
    print(name, stat.filemode(mode), stat.S_ISDIR(mode), stat.S_ISREG(mode), stat.S_ISCHR(mode), oct(stat.S_IMODE(mode)))
print(os.stat('folder').st_nlink, os.path.getmtime('file.txt'), os.path.getatime('file.txt'))
print(os.path.getctime('file.txt') <= time.time() + 1)
print(os.stat(b'file.txt').st_size, os.stat('file.txt', follow_symlinks=False).st_size)
root = os.stat('/')
print(root.st_ino, stat.S_ISDIR(root.st_mode), root.st_dev == os.stat('/etc').st_dev)
for name in ('absent', 'file.txt/below', 'link/below', ''):
    try:
        os.stat(name)
    except OSError as error:
        print(type(error).__name__, error)
