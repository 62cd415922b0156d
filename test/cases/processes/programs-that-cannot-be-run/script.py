# A program that is absent, not executable, a folder, without a shebang, with an interpreter that is missing
import errno
import os
import pathlib
import subprocess


def made(name, text, mode=0o755):
    with open(name, 'w') as stream:
        stream.write(text)
    os.chmod(name, mode)
    return './' + name


made('plain', 'echo plain\n', 0o644)
made('no-shebang', 'echo no shebang\n')
made('missing', '#!/absent/interpreter\n')
made('empty', '')
made('binary', '\x00\x01\x02')
made('shebang', '#!/bin/sh\necho "$0" "$@"\n')
made('with-argument', '#!/bin/sh -e\nfalse\necho not here\n')
made('not-executable-interpreter', '#!./plain\n')
made('elf', '\x7fELF nonsense')
os.mkdir('folder')
os.symlink('absent', 'dangling')
os.symlink('loop', 'loop')
os.symlink('shebang', 'linked')
NAMES = ('./absent', 'absent-in-path', './plain', './folder', './no-shebang', './missing', './empty', './binary', './shebang')
MORE = ('./with-argument', './not-executable-interpreter', './elf', './dangling', './loop', './linked', './plain/x', '/', '.', 'n' * 300)
for name in NAMES + MORE + (b'./absent\xff', pathlib.Path('absent'), 'a/' * 3000):
    try:
        result = subprocess.run([name, 'one', 'two'], capture_output=True)
        print(ascii(name)[:30], result.returncode, result.stdout)
    except OSError as error:
        print(ascii(name)[:30], type(error).__name__, errno.errorcode[error.errno], ascii(error.filename)[:30], error.filename2)
for name in NAMES + MORE:
    print(name[:30], os.spawnv(os.P_WAIT, name, [name, 'one']) if name != './shebang' else None)
for name in NAMES + MORE:
    if name in ('./shebang', './with-argument', './linked'):
        continue
    try:
        os.execv(name, [name])
    except OSError as error:
        print(name[:30], errno.errorcode[error.errno], error.filename)
try:
    subprocess.run('./no-shebang')
except OSError as error:
    print(error)
print(subprocess.run('./no-shebang', shell=True, capture_output=True).stdout)
try:
    subprocess.run(['./absent'], cwd='folder')
except OSError as error:
    print(error)
try:
    subprocess.run(['true'], executable='./absent')
except OSError as error:
    print(error)
try:
    subprocess.run(['true'], stdout=-9)
except OSError as error:
    print(error)
