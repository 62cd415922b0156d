# Arguments reach a child byte for byte: empty, quotes, line ends, not UTF-8, 10,000 of them, one of 100,000 bytes
import os
import pathlib
import subprocess

SHOW = ['sh', '-c', 'for word in "$@"; do printf "%s" "$word" | od -An -tx1; done', 'name']


def shown(*words):
    print(subprocess.run([*SHOW, *words], capture_output=True).stdout.decode())


shown('', ' ', "'", '"', '\\', '$HOME', '`x`', '*', '-n', '--', '\n', 'a\nb\n', '\t\r\x01\x7f')
shown('ü', '€', '𝄞', 'a\u0301')
shown(b'\xff\xfe', os.fsdecode(b'\x80abc'), b'%s%n\\x41\\0101')
shown(pathlib.Path('a/b'), 'a' * 300)
shown(b'\xff', '', 'a\n', '\n\n')
print(subprocess.run(['sh', '-c', 'echo $#', 'sh', *map(str, range(10000))], capture_output=True).stdout)
print(subprocess.run(['sh', '-c', 'echo $#', 'sh', *[b'\xff'] * 2000], capture_output=True).stdout)
print(subprocess.run(['sh', '-c', 'printf %s "$1" | wc -c', 'sh', 'x' * 100000], capture_output=True).stdout.strip())
print(subprocess.run(['sh', '-c', 'echo "$0"'], capture_output=True).stdout)
print(subprocess.run(['other name', '-c', 'echo "$0" "$1"', 'zero', 'one'], executable='/bin/sh', capture_output=True).stdout)
print(subprocess.run(['0 as it is'], executable='/bin/sh', input=b'echo "$0"', capture_output=True).stdout)
for words in (['true', 'a\0b'], ['a\0b'], ['true', 3], ['true', None], [], [''], '', ['true', '\ud800'], 3, None):
    try:
        print(ascii(words), subprocess.run(words).returncode)
    except Exception as error:
        print(ascii(words), type(error).__name__, ascii(str(error)))
