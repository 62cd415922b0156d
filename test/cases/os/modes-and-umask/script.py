# The umask limits what is made, chmod sets the rest, both as plain numbers of the guest
import os
import stat


def mode(name):
    return oct(stat.S_IMODE(os.lstat(name).st_mode))


print(oct(os.umask(0o027)))
open('a', 'w').close()
os.mkdir('folder-a')
os.close(os.open('b', os.O_CREAT | os.O_WRONLY, 0o777))
print(mode('a'), mode('folder-a'), mode('b'))
print(oct(os.umask(0)))
open('c', 'w').close()
os.mkdir('folder-c', 0o750)
os.makedirs('deep/er', 0o700)
print(mode('c'), mode('folder-c'), mode('deep'), mode('deep/er'))
os.umask(0o77)
os.system('touch made-by-shell; umask')
print(mode('made-by-shell'))
for bits in (0o600, 0o755, 0o4711, 0o1777, 0):
    os.chmod('a', bits)
    print(mode('a'))
os.chmod('a', 0o644)
with open('a') as stream:
    os.fchmod(stream.fileno(), stat.S_IRUSR | stat.S_IXUSR)
    os.chmod(stream.fileno(), stat.S_IMODE(os.fstat(stream.fileno()).st_mode) | stat.S_IWGRP)
print(mode('a'))
os.symlink('c', 'link')
os.chmod('link', 0o604)
print(mode('c'), mode('link'))
try:
    os.chmod('absent', 0o600)
except OSError as error:
    print(error)
os.chown('a', os.getuid(), os.getgid())
os.chown('a', -1, -1)
os.lchown('link', -1, os.getgid())
print(os.stat('a').st_uid == os.getuid())
