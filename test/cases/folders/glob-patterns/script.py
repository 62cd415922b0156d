# glob and fnmatch find what the shell would, hidden files aside
import fnmatch
import glob
import os
import pathlib

for name in ('a.txt', 'b.txt', 'c.log', '.hidden.txt', '[x].txt', 'd1', 'sub/a.txt', 'sub/deep/b.txt', 'sub/.git/config', 'ä.txt'):
    path = pathlib.Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
os.symlink('sub', 'link')
os.symlink('absent', 'broken.txt')
for pattern in ('*.txt', '?.txt', '[ab].txt', '[!a]*', '.*', '*/*.txt', '**/*.txt', '**', 'sub/**', 'absent*', '', 'a.txt', 'absent', 'link/*', './*.log', '[[]x].txt', '*/'):
    print(repr(pattern), sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob('*', root_dir='sub')), sorted(glob.glob('**', recursive=True, include_hidden=True)))
print(glob.escape('[x]*.txt'), glob.glob(glob.escape('[x].txt')), sorted(glob.glob(b'*.log')))
print(sorted(glob.iglob(os.path.abspath('*.log'))) == [os.path.abspath('c.log')])
print(fnmatch.filter(['A.TXT', 'a.txt', 'b'], '*.txt'), fnmatch.fnmatch('x.py', '*.p[xy]'), fnmatch.fnmatchcase('A', 'a'))
print(sorted(map(str, pathlib.Path('.').glob('*.txt'))), sorted(map(str, pathlib.Path('sub').rglob('*.txt'))))
