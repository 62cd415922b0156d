# Extracting a whole tar file lays out its files, folders and links
import io
import os
import stat
import tarfile
import warnings

# Between 3.12 and 3.13 the absence of a filter is warned of; what is unpacked here is the same with and without.
warnings.simplefilter('ignore')
with tarfile.open('backup.tar.gz', 'w:gz') as archive:
    for name, kind, mode in (('etc', tarfile.DIRTYPE, 0o755), ('etc/hosts', tarfile.REGTYPE, 0o644), ('etc/run', tarfile.REGTYPE, 0o755), ('etc/alias', tarfile.SYMTYPE, 0o777)):
        info = tarfile.TarInfo(name)
        info.type, info.mode, info.mtime = kind, mode, 1_600_000_000
        info.uid, info.gid = os.getuid(), os.getgid()
        info.linkname = 'hosts' if kind == tarfile.SYMTYPE else ''
        content = b'127.0.0.1 localhost\n' if kind == tarfile.REGTYPE else b''
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
with tarfile.open('backup.tar.gz') as archive:
    archive.extractall('restored')
for root, folders, files in os.walk('restored'):
    for name in sorted(folders + files):
        info = os.lstat(os.path.join(root, name))
        print(name, stat.filemode(info.st_mode), stat.S_ISLNK(info.st_mode) or info.st_mtime)
print(open('restored/etc/alias').read())
os.remove('backup.tar.gz')
