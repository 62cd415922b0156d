# rmtree removes read-only trees and links, never what the links point to
import os
import shutil

os.makedirs('keep')
open('keep/precious', 'w').close()
os.makedirs('tree/locked/deep')
open('tree/locked/deep/file', 'w').close()
os.chmod('tree/locked/deep/file', 0o400)
os.symlink('../keep', 'tree/link')
os.symlink('absent', 'tree/broken')
os.mkfifo('tree/fifo')
shutil.rmtree('tree')
print(os.path.exists('tree'), os.listdir('keep'))
os.symlink('keep', 'link')
try:
    shutil.rmtree('link')
except OSError as error:
    print(type(error).__name__)
try:
    shutil.rmtree('keep/precious')
except OSError as error:
    print(type(error).__name__, error.strerror)
print(os.listdir('keep'), shutil.rmtree.avoids_symlink_attacks)
os.makedirs('deep' + '/d' * 150)
shutil.rmtree('deep')
print(os.path.exists('deep'))
