# The pure functions of os.path agree on awkward paths
import os.path

for path in ('/usr/lib/x.tar.gz', 'a//b/', '//', '///a', './..', '.bashrc', 'a.b/c', '', 'trailing.', '~', 'ä/ö.txt', b'by/tes.x'):
    print(repr(path), os.path.split(path), os.path.splitext(path), os.path.basename(path), os.path.dirname(path),
          os.path.normpath(path), os.path.isabs(path), os.path.splitdrive(path)[1] == path)
print(os.path.join('a', 'b', '/c', 'd'), os.path.join('a/', '', 'b'), os.path.join('', 'x'), repr(os.path.join('a', '')))
print(os.path.commonpath(['/usr/lib', '/usr/local/lib']), os.path.commonprefix(['/usr/lib', '/usr/local']), os.path.relpath('/a/b', '/a/c/d'))
for action in (lambda: os.path.join('a', b'b'), lambda: os.path.commonpath(['/a', 'b']), lambda: os.path.commonpath([]), lambda: os.path.join('a', 1)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(os.path.exists('/'), os.path.isdir('/'), os.path.isfile('/'), os.path.ismount('/'), os.path.ismount('.'), os.path.exists('nul\0'))
print(os.path.expanduser('~root'), os.path.expanduser('~nobody-of-this-name/x'), os.path.sep, os.pathsep, os.curdir, os.linesep.encode())
