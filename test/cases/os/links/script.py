# Hard and symbolic links are made, read, followed and refused as on any Linux
import os

with open('target.txt', 'w') as stream:
    stream.write('target')
os.symlink('target.txt', 'soft')
os.link('target.txt', 'hard')
os.symlink('absent', 'broken')
os.symlink('circle-b', 'circle-a')
os.symlink('circle-a', 'circle-b')
os.symlink('.', 'here')
print(os.readlink('soft'), os.readlink(b'broken'), os.stat('hard').st_nlink)
print(os.path.samefile('soft', 'hard'), os.path.islink('soft'), os.path.islink('hard'))
print(os.path.exists('broken'), os.path.lexists('broken'), os.path.exists('circle-a'))
print(os.path.realpath('here/here/soft') == os.path.abspath('target.txt'))
print(os.path.realpath('broken') == os.path.abspath('absent'))
print(open('here/here/soft').read())
os.link('soft', 'hard-to-soft', follow_symlinks=False)
print(os.path.islink('hard-to-soft'), os.readlink('hard-to-soft'))


def attempt(action, *names):
    try:
        action(*names)
        print('no error', names)
    except OSError as error:
        print(type(error).__name__, error)


attempt(os.stat, 'circle-a')
attempt(os.readlink, 'target.txt')
attempt(os.readlink, 'absent')
attempt(os.symlink, 'x', 'soft')
attempt(os.link, 'target.txt', 'hard')
attempt(os.link, 'absent', 'x')
attempt(os.link, '.', 'folder-link')
attempt(open, 'broken')
attempt(os.listdir, 'circle-a')
try:
    os.path.realpath('circle-a', strict=True)
except OSError as error:
    print(type(error).__name__, error.strerror)
os.unlink('target.txt')
print(os.path.exists('soft'), open('hard').read(), os.stat('hard').st_nlink)
