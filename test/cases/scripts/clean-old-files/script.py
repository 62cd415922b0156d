# Delete files older than some days, then folders that became empty, as a nightly job does
import os
import sys
import time

DAY = 24 * 60 * 60
now = time.time()
ages = {'tmp/new.log': 0.5, 'tmp/week.log': 7.5, 'tmp/month.log': 31.5, 'tmp/old/a.bin': 40.5, 'tmp/old/b.bin': 50.5, 'tmp/mixed/keep.txt': 1, 'tmp/mixed/gone.txt': 100.5}
for path, days in ages.items():
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as stream:
        stream.write(path)
    os.utime(path, (now - days * DAY,) * 2)

removed = freed = 0
for root, folders, files in os.walk('tmp', topdown=False):
    for name in sorted(files):
        path = os.path.join(root, name)
        age = (now - os.stat(path).st_mtime) / DAY
        if age > 30:
            freed += os.path.getsize(path)
            os.remove(path)
            removed += 1
            print('removed %s (%d days)' % (path, age))
    try:
        os.rmdir(root)
        print('removed empty', root)
    except OSError as error:
        print('kept', root, error.strerror)
print(removed, freed, file=sys.stderr)
