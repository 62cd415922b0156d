# makedirs, mkdir, removedirs and rmdir make and remove exactly what they name
import os


def attempt(action, *names, **keywords):
    try:
        print(action.__name__, names, action(*names, **keywords))
    except OSError as error:
        print(action.__name__, type(error).__name__, error)


attempt(os.makedirs, 'a/b/c')
attempt(os.makedirs, 'a/b/c')
attempt(os.makedirs, 'a/b/c', exist_ok=True)
attempt(os.makedirs, 'a/b/../b/./d/')
attempt(os.mkdir, 'x/y')
attempt(os.mkdir, 'a')
open('file', 'w').close()
attempt(os.makedirs, 'file/x')
attempt(os.makedirs, 'file', exist_ok=True)
attempt(os.rmdir, 'a')
attempt(os.removedirs, 'a/b/c')
print(sorted(os.listdir('a/b')))
attempt(os.removedirs, 'a/b/d')
print(os.path.exists('a'))
attempt(os.removedirs, 'a')
attempt(os.mkdir, '')
attempt(os.mkdir, 'n' * 256)
attempt(os.rmdir, '.')
attempt(os.rmdir, 'file')
attempt(os.mkdir, 'trailing/')
attempt(os.makedirs, os.path.abspath('absolute/path'))
print(sorted(os.listdir('.')))
