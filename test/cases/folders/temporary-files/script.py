# tempfile makes private files and folders where TMPDIR says and cleans them up
import os
import stat
import tempfile

os.makedirs('scratch')
print(os.path.relpath(tempfile.gettempdir()), tempfile.gettempprefix())
descriptor, path = tempfile.mkstemp(suffix='.log', prefix='run-')
print(os.path.relpath(path).startswith('scratch/run-'), path.endswith('.log'), oct(os.stat(path).st_mode), os.get_inheritable(descriptor))
os.write(descriptor, b'text')
os.close(descriptor)
os.remove(path)
folder = tempfile.mkdtemp(dir='.')
print(oct(os.stat(folder).st_mode), os.path.isabs(folder) or os.path.dirname(folder) == '.')
os.rmdir(folder)
with tempfile.NamedTemporaryFile('w+', delete=True) as stream:
    stream.write('some text')
    stream.flush()
    print(os.path.getsize(stream.name), os.path.exists(stream.name), len(os.path.basename(stream.name)))
    name = stream.name
print(os.path.exists(name))
with tempfile.NamedTemporaryFile(delete=False) as stream:
    stream.write(b'kept')
print(open(stream.name).read())
os.unlink(stream.name)
with tempfile.TemporaryFile() as stream:
    stream.write(b'anonymous')
    stream.seek(0)
    print(stream.read(), os.fstat(stream.fileno()).st_nlink, os.listdir('scratch'))
with tempfile.TemporaryDirectory(prefix='work-') as folder:
    open(os.path.join(folder, 'file'), 'w').close()
    os.mkdir(os.path.join(folder, 'sub'))
    print(sorted(os.listdir(folder)))
print(os.path.exists(folder), os.listdir('scratch'))
with tempfile.SpooledTemporaryFile(max_size=10) as stream:
    stream.write(b'0123456789')
    print(stream._rolled)
    stream.write(b'x')
    print(stream._rolled, stream.tell())
names = {tempfile.mktemp() for _ in range(50)}
print(len(names))
try:
    tempfile.mkstemp(dir='absent')
except FileNotFoundError as error:
    print(type(error).__name__, error.errno)
