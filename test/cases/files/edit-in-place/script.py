# fileinput edits configuration files in place, with a backup
import fileinput
import glob

settings = 'port = 80\n# comment\nhost = localhost\n'
for name in ('a.conf', 'b.conf'):
    with open(name, 'w') as stream:
        stream.write(settings)

with fileinput.input(sorted(glob.glob('*.conf')), inplace=True, backup='.orig') as lines:
    for line in lines:
        if line.startswith('port'):
            line = 'port = 8080\n'
        print(line, end='')

for name in sorted(glob.glob('*')):
    if name != 'script.py':
        with open(name) as stream:
            print(name, repr(stream.read()))
with fileinput.input(['a.conf', 'b.conf']) as lines:
    for line in lines:
        print(lines.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(), line.rstrip())
