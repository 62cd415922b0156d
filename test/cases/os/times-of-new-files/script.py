# Files are stamped by the clock that time.time reads
import os
import time

SLACK = 5
before = time.time()
open('file', 'w').close()
os.mkdir('folder')
after = time.time()
for name in ('file', 'folder'):
    info = os.stat(name)
    print(name, before - SLACK <= info.st_mtime <= after + SLACK, before - SLACK <= info.st_ctime <= after + SLACK)
os.utime('file', (0, 0))
with open('file', 'a') as stream:
    stream.write('x')
print(os.stat('file').st_atime, os.stat('file').st_mtime > before - SLACK)
os.utime('file', (0, 0))
os.chmod('file', 0o600)
print(os.stat('file').st_mtime, os.stat('file').st_ctime > before - SLACK)
