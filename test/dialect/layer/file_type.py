# The built-in file: modes, methods, errors.
import os, sys


def show(label, *values):
    sys.stdout.write('%s: %s\n' % (label, ' '.join(str(value) for value in values)))


def attempt(label, function):
    try:
        show(label, function())
    except (IOError, ValueError, TypeError) as problem:
        show(label, [kind.__name__ for kind in (ValueError, TypeError) if isinstance(problem, kind)] or 'IOError', problem)


file('a', 'w').write('one\ntwo\r\nthree')
show('written', os.path.getsize('a'), file('a').read().split('\n'))
show('lines', file('a').readlines(), [line for line in file('a')], list(file('a', 'U')), file('a', 'rU').readlines())
handle = file('a')
show('pieces', handle.read(2), handle.tell(), handle.readline(), handle.readline(2), handle.next(), list(handle.xreadlines()))
show('at the end', repr(handle.read()), repr(handle.readline()), handle.readlines(), list(handle))
show('seek', handle.seek(-5, 2), handle.read(), handle.seek(1), handle.read(2), handle.seek(-2, 1), handle.read(1))
show('open', handle.name, handle.mode, handle.closed, handle.softspace, handle.isatty(), handle.fileno() > 2)
show('repr', repr(handle)[:30])
handle.close()
show('closed', handle.closed, repr(handle)[:32])
try:
    handle.read()
except ValueError:
    show('read when closed', 'ValueError')
with file('b', 'w+') as handle:
    show('results', handle.write('abc'), handle.writelines(['d', 'e']), handle.flush(), handle.seek(0), handle.read())
    show('truncated', handle.truncate(2), handle.seek(0), handle.read())
show('after with', handle.closed)
file('b', 'a').write('+')
show('appended', file('b').read())
log = file('log', 'w', 1)
log.write('whole line\npart')
show('line buffered', file('log').read() != '')
raw = file('raw', 'w', 0)
raw.write('part')
show('unbuffered', file('raw').read())
file('bytes', 'wb').write(b'\x00\xff\r\n')
show('binary', file('bytes', 'rb').read() == b'\x00\xff\r\n', len(file('bytes').read()))
file('copy', 'w').write(file('bytes').read())
show('any byte survives', file('copy', 'rb').read() == b'\x00\xff\r\n')
for mode in ('r', 'rt', 'rb', 'r+b', 'rw', 'Ur', 'rUb', 'a+', 'wb+'):
    show('mode', mode, file('modes', 'a').close(), file('modes', mode).mode)
for mode in ('', 'q', 'x', 'wU', 'aU'):
    attempt('mode %r' % mode, lambda: file('a', mode))
attempt('missing', lambda: file('nonexistent'))
attempt('directory', lambda: file('/'))
attempt('directory to write', lambda: file('/', 'w'))
show('keywords', file(name='a', mode='r', buffering=-1).read(1))
for wrong in (5, None, []):
    try:
        file('b', 'w').write(wrong)
    except TypeError:
        show('write', type(wrong).__name__, 'TypeError')
    try:
        file(wrong)
    except TypeError:
        show('open', type(wrong).__name__, 'TypeError')
with open('a') as opened:
    show('is a file', isinstance(file('a'), file), isinstance(opened, file), isinstance(sys.stdout, file), isinstance('a', file))
show('is a type', isinstance(file, type), file.__name__)


class Numbered(file):
    def read(self):
        return '1 ' + file.read(self)


show('subclass', Numbered('a').read()[:5], isinstance(Numbered('a'), file), isinstance(file('a'), Numbered))
