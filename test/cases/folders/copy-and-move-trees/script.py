# shutil copies, moves and removes trees with modes, times and links as documented
import os
import shutil
import stat


def fill(name, text, mode=0o644):
    with open(name, 'w') as stream:
        stream.write(text)
    os.chmod(name, mode)
    os.utime(name, (1_600_000_000, 1_600_000_001))


def show(top):
    for root, folders, files in os.walk(top):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(root, name)
            info = os.lstat(path)
            print(path, stat.filemode(info.st_mode), info.st_size, int(info.st_mtime) == 1_600_000_001)


os.makedirs('source/sub/empty')
fill('source/a.txt', 'a', 0o600)
fill('source/run.sh', '#!/bin/sh\n', 0o755)
fill('source/sub/b.log', 'b' * 100_000)
os.symlink('a.txt', 'source/link')
print(shutil.copytree('source', 'copy'))
show('copy')
print(shutil.copytree('source', 'links', symlinks=True, ignore=shutil.ignore_patterns('*.log')))
show('links')
try:
    shutil.copytree('source', 'copy')
except FileExistsError as error:
    print(error)
shutil.copytree('source', 'copy', dirs_exist_ok=True)
print(shutil.copy('source/a.txt', 'plain'), shutil.copy2('source/run.sh', 'copy/sub'), shutil.copyfile('source/a.txt', 'bare'))
show('copy/sub')
print(stat.filemode(os.stat('plain').st_mode), stat.filemode(os.stat('bare').st_mode))
print(shutil.move('copy', 'moved'), shutil.move('bare', 'moved'), os.path.exists('copy'))
for action in (lambda: shutil.copyfile('bare', 'x'), lambda: shutil.copyfile('plain', 'plain'), lambda: shutil.move('plain', 'absent/x'), lambda: shutil.move('moved', 'moved/sub'), lambda: shutil.copy('source', 'x')):
    try:
        action()
    except (OSError, shutil.Error) as error:
        print(type(error).__name__, error)
shutil.copymode('source/run.sh', 'plain')
shutil.copystat('source/a.txt', 'plain')
print(stat.filemode(os.stat('plain').st_mode), os.stat('plain').st_mtime)
shutil.rmtree('links')
shutil.rmtree('absent', ignore_errors=True)
try:
    shutil.rmtree('absent')
except FileNotFoundError as error:
    print(error)
print(shutil.which('sh') is not None, shutil.which('no such program'), shutil.which('run.sh', path='source'))
with open('plain') as source, open('joined', 'w') as target:
    shutil.copyfileobj(source, target)
