# os.walk visits a tree as documented: both directions, pruned, with links, with errors
import os

for folder in ('tree/a/one', 'tree/a/two', 'tree/b', 'tree/c'):
    os.makedirs(folder)
for name in ('tree/top.txt', 'tree/a/one/deep.log', 'tree/a/two/deep.txt', 'tree/b/empty'):
    open(name, 'w').close()
os.symlink('../a', 'tree/b/to-a')
os.symlink('nowhere', 'tree/c/dangling')


def show(walk):
    for root, folders, files in walk:
        folders.sort()
        print(root, folders, sorted(files))


show(os.walk('tree'))
print('bottom up')
for root, folders, files in sorted(os.walk('tree', topdown=False)):
    print(root, sorted(folders), sorted(files))
print('following links')
show(os.walk('tree', followlinks=True))
print('pruned')
for root, folders, files in os.walk('tree'):
    folders[:] = sorted(set(folders) - {'a'})
    print(root, folders, sorted(files))
print('bytes')
for root, folders, files in os.walk(b'tree/b'):
    print(root, folders, files)
print('errors')
show(os.walk('absent', onerror=lambda error: print(type(error).__name__, error.filename)))
show(os.walk('tree/top.txt', onerror=lambda error: print(type(error).__name__, error.filename)))
print('descriptors')
for root, folders, files, descriptor in os.fwalk('tree'):
    folders.sort()
    print(root, folders, sorted(files), os.fstat(descriptor).st_ino == os.stat(root).st_ino)
