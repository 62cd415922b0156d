# tarfile packs and unpacks trees with modes, times, links and all three compressions
import io
import os
import tarfile

os.makedirs('data/sub')
for name, text in (('data/plain.txt', 'plain\n'), ('data/sub/tool', '#!/bin/sh\n')):
    with open(name, 'w') as stream:
        stream.write(text)
    os.utime(name, (1_600_000_000, 1_600_000_000))
os.chmod('data/sub/tool', 0o755)
os.symlink('plain.txt', 'data/link')
os.utime('data/sub', (1_600_000_000, 1_600_000_000))


def neutral(info):
    info.uid = info.gid = 0
    info.uname = info.gname = 'root'
    return None if info.name.endswith('.skip') else info


for mode in ('', 'gz', 'bz2', 'xz'):
    name = 'data.tar.' + mode
    with tarfile.open(name, 'w:' + mode) as archive:
        for member in ('data/plain.txt', 'data/link', 'data/sub'):
            archive.add(member, filter=neutral)
        info = tarfile.TarInfo('data/memory.txt')
        info.size = 6
        info.mtime = 1
        archive.addfile(info, io.BytesIO(b'memory'))
    with tarfile.open(name) as archive:
        for member in archive:
            print(mode, member.name, oct(member.mode), member.size, member.mtime if not member.issym() else 'link to ' + member.linkname, member.type)
        print(archive.extractfile('data/sub/tool').read(), archive.getnames() == [member.name for member in archive.getmembers()])
    if mode:
        os.remove(name)

with tarfile.open('data.tar.') as archive:
    os.mkdir('out')
    for member in archive.getmembers():
        if member.isfile():
            target = os.path.join('out', os.path.basename(member.name))
            with archive.extractfile(member) as source, open(target, 'wb') as stream:
                stream.write(source.read())
            os.utime(target, (member.mtime, member.mtime))
for name in sorted(os.listdir('out')):
    print(name, os.stat(os.path.join('out', name)).st_mtime)
print(tarfile.is_tarfile('data.tar.'), tarfile.is_tarfile('script.py'))
for name in ('script.py', 'absent.tar'):
    try:
        tarfile.open(name, 'r:')
    except (tarfile.TarError, OSError) as error:
        print(type(error).__name__, error)
os.remove('data.tar.')
