import os
import sys
import tempfile
import urllib

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'marker')
if not os.path.exists(path):
    marker = file(path, 'w')
    marker.write('%s %d\n' % (os.path.basename(path), 2))
    marker.close()
name, headers = urllib.urlretrieve('file://' + path, os.path.join(folder, 'copy'))
for line in file(name):
    sys.stdout.write(line.strip().upper() + '\n')
os.remove(name)
os.remove(path)
os.rmdir(folder)
