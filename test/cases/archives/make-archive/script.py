# shutil makes and unpacks archives of whole folders
import os
import shutil
import warnings

warnings.simplefilter('ignore')
os.makedirs('folder/sub')
for name in ('folder/a.txt', 'folder/sub/b.txt'):
    with open(name, 'w') as stream:
        stream.write(name)
print({'bztar', 'gztar', 'tar', 'xztar', 'zip'} <= {name for name, _ in shutil.get_archive_formats()})
for kind in ('zip', 'tar', 'gztar', 'bztar', 'xztar'):
    path = shutil.make_archive('backup', kind, root_dir='folder')
    print(os.path.basename(path))
    shutil.unpack_archive(path, 'out-' + kind)
    print(sorted(os.path.join(root, name) for root, _, files in os.walk('out-' + kind) for name in files))
    os.remove(path)
path = shutil.make_archive('based', 'zip', '.', 'folder/sub')
shutil.unpack_archive(path, 'based')
print(os.listdir('based'), os.listdir('based/folder/sub'))
os.remove(path)
for action in (lambda: shutil.make_archive('x', 'rar', 'folder'), lambda: shutil.unpack_archive('script.py')):
    try:
        action()
    except (ValueError, shutil.ReadError) as error:
        print(type(error).__name__, str(error).replace(os.getcwd(), '.'))
