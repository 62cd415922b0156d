# cwd: relative, absolute, not UTF-8, a descriptor's path, absent, a file, without rights
import os
import pathlib
import subprocess


def where(cwd, command=('pwd',)):
    try:
        result = subprocess.run(command, cwd=cwd, capture_output=True)
        print(ascii(cwd), os.path.relpath(result.stdout.rstrip(b'\n'), os.getcwdb()), result.returncode)
    except Exception as error:
        print(ascii(cwd), type(error).__name__, error.args[0], ascii(getattr(error, 'filename', None)))


os.mkdir('sub')
os.mkdir(b'\xff\xfe')
os.mkdir('with space and "quotes" $HOME `x`')
os.mkdir('new\nline')
os.mkdir('sub/deep')
open('file', 'w').close()
os.symlink('sub', 'link')
for folder in ('sub', 'sub/deep', os.path.abspath('sub'), pathlib.Path('sub'), b'sub', b'\xff\xfe', os.fsdecode(b'\xff\xfe'), '.', '..'):
    where(folder)
for folder in ('with space and "quotes" $HOME `x`', 'link', 'absent', 'file', '', 'a\0b', 3.5, '/', 'sub/'):
    where(folder)
print(subprocess.run(['ls'], cwd='new\nline', capture_output=True))
print(ascii(subprocess.run(['pwd'], cwd='new\nline', capture_output=True).stdout[-9:]))
with open('sub/tool', 'w') as stream:
    stream.write('#!/bin/sh\necho tool in "$(basename "$PWD")"\n')
os.chmod('sub/tool', 0o755)
print(subprocess.run(['./tool'], cwd='sub', capture_output=True).stdout)
try:
    subprocess.run(['./tool'], cwd='sub/deep')
except OSError as error:
    print(type(error).__name__, error)
os.chdir('sub')
print(subprocess.run(['../sub/tool'], capture_output=True).stdout, subprocess.run(['./tool'], capture_output=True).stdout)
os.chdir(os.fsencode('..') + b'/\xff\xfe')
print(subprocess.run(['pwd'], capture_output=True).stdout.endswith(b'/\xff\xfe\n'))
print(subprocess.run(['pwd', '-P'], capture_output=True, cwd='..').returncode)
print(os.system('test "$(basename "$(pwd)" | od -An -tx1 | tr -d " \n")" = fffe0a'))
