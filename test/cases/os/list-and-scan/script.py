# listdir and scandir name everything in a folder, with the kind of each entry
import os

os.mkdir('folder')
open('folder/file.txt', 'w').write('12345')
open('folder/.hidden', 'w').close()
os.mkdir('folder/sub')
os.symlink('file.txt', 'folder/link')
os.symlink('sub', 'folder/folder-link')
os.symlink('absent', 'folder/broken')

print(sorted(os.listdir('folder')), sorted(os.listdir(b'folder')))
print(os.listdir('folder/sub'), sorted(os.listdir()) == sorted(os.listdir('.')))
with os.scandir('folder') as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(repr(entry), entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(),
              entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False),
              entry.inode() == os.lstat(entry.path).st_ino, entry.stat(follow_symlinks=False).st_size)
entries = os.scandir(b'folder/sub')
print(next(entries, 'none'))
entries.close()
print(next(entries, 'closed'))
descriptor = os.open('folder', os.O_RDONLY)
print(sorted(os.listdir(descriptor)))
with os.scandir(descriptor) as entries:
    print(sorted((entry.name, entry.path, entry.is_dir()) for entry in entries))
os.close(descriptor)
for what in ('absent', 'folder/file.txt', b'absent'):
    for call in (os.listdir, os.scandir):
        try:
            call(what)
        except OSError as error:
            print(type(error).__name__, error)
for number in range(300):
    open('folder/sub/%03d' % number, 'w').close()
print(len(os.listdir('folder/sub')), sum(1 for _ in os.scandir('folder/sub')))
for number in range(300):
    os.remove('folder/sub/%03d' % number)
