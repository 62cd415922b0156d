# File names that are no UTF-8 are listed, opened, renamed and printed byte for byte
import glob
import os
import pathlib
import shutil

raw = b'caf\xe9-\xff.txt'
with open(raw, 'wb') as stream:
    stream.write(b'by bytes')
name = os.fsdecode(raw)
print(ascii(name), os.fsencode(name) == raw, open(name).read())
print(sorted(os.listdir(b'.')), sorted(map(ascii, os.listdir('.'))))
os.rename(name, name + '.old')
print(os.path.exists(raw + b'.old'), os.path.exists(raw))
os.mkdir(b'\xfe')
os.chdir(b'\xfe')
print(os.path.basename(os.getcwdb()), ascii(os.path.basename(os.getcwd())))
pathlib.Path(os.fsdecode(b'\x80inside')).write_text('x')
os.symlink(b'\x80inside', b'\x81link')
print(os.readlink(b'\x81link'), ascii(os.readlink(os.fsdecode(b'\x81link'))))
os.system('ls | od -An -tx1')
os.chdir('..')
print(sorted(glob.glob(b'*.old')), [ascii(found) for found in glob.glob('*.old')])
for root, folders, files in os.walk(b'.'):
    print(root, sorted(folders), sorted(files))
shutil.copytree(b'\xfe', b'copy\xfd', symlinks=True)
print(sorted(os.listdir(b'copy\xfd')))
try:
    open(b'absent\xff')
except FileNotFoundError as error:
    print(error, ascii(error.filename))
try:
    open(os.fsdecode(b'absent\xff'))
except FileNotFoundError as error:
    print(ascii(str(error)))
try:
    print(name)
except UnicodeEncodeError as error:
    print(error)
