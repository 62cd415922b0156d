# Mirror one folder onto another: copy what is new or changed, delete what is gone, report each step
import filecmp
import os
import shutil


def mirror(source, target):
    os.makedirs(target, exist_ok=True)
    for name in sorted(set(os.listdir(source)) | set(os.listdir(target))):
        left, right = os.path.join(source, name), os.path.join(target, name)
        if not os.path.lexists(left):
            print('delete', right)
            shutil.rmtree(right) if os.path.isdir(right) and not os.path.islink(right) else os.remove(right)
        elif os.path.islink(left):
            if not os.path.lexists(right) or os.readlink(left) != os.readlink(right):
                print('link', right)
                os.symlink(os.readlink(left), right)
        elif os.path.isdir(left):
            mirror(left, right)
        elif not os.path.exists(right) or not filecmp.cmp(left, right):
            print('copy', right)
            shutil.copy2(left, right)


for path, text in (('a/one', '1'), ('a/sub/two', '22'), ('a/sub/deep/three', '333'), ('b/stale', 'x'), ('b/gone/x', 'x'), ('b/one', 'other')):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as stream:
        stream.write(text)
    os.utime(path, (1_000_000_000, 1_000_000_000))
os.symlink('one', 'a/link')
mirror('a', 'b')
print('again')
mirror('a', 'b')
print(os.stat('b/sub/two').st_mtime, os.readlink('b/link'), sorted(os.listdir('b')))
