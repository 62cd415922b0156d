# Renaming replaces files, never folders with content, and says why it refuses
import os

def fill(name, text):
    with open(name, 'w') as stream:
        stream.write(text)


def attempt(action, *names):
    try:
        print(action.__name__, names, action(*names))
    except OSError as error:
        print(action.__name__, type(error).__name__, error, (error.filename, error.filename2))


fill('a.txt', 'a')
fill('b.txt', 'b')
os.mkdir('empty')
os.mkdir('other-empty')
os.mkdir('full')
fill('full/inside', '')
attempt(os.rename, 'a.txt', 'b.txt')
print(open('b.txt').read())
attempt(os.replace, 'b.txt', 'c.txt')
attempt(os.rename, 'absent', 'x')
attempt(os.rename, 'c.txt', 'empty')
attempt(os.rename, 'empty', 'c.txt')
attempt(os.rename, 'empty', 'other-empty')
attempt(os.rename, 'other-empty', 'full')
attempt(os.rename, 'full', 'full/inside/deeper')
attempt(os.rename, 'full', 'full/deeper')
attempt(os.rename, 'c.txt', 'absent/c.txt')
attempt(os.renames, 'c.txt', 'new/place/c.txt')
attempt(os.renames, 'new/place/c.txt', 'back.txt')
attempt(os.rename, 'back.txt', 'back.txt')
attempt(os.rename, '/proc/version', 'version')
attempt(os.remove, 'full')
attempt(os.remove, 'absent')
attempt(os.rmdir, 'full')
attempt(os.rmdir, 'back.txt')
attempt(os.rmdir, 'other-empty')
attempt(os.unlink, 'back.txt/')
