# gzip, bz2, lzma and zlib read and write what the command line tools do
import bz2
import gzip
import lzma
import os
import zlib

text = b'a line of a log file\n' * 2000
for module, name in ((gzip, 'log.gz'), (bz2, 'log.bz2'), (lzma, 'log.xz')):
    with module.open(name, 'wb') as stream:
        stream.write(text[:1000])
        stream.write(text[1000:])
    with module.open(name, 'rt') as stream:
        print(name, stream.readline(), end='')
        print(sum(1 for _ in stream), os.path.getsize(name) < 1000)
    with module.open(name, 'ab') as stream:
        stream.write(b'appended\n')
    with module.open(name) as stream:
        content = stream.read()
        print(len(content), content[-9:], module.decompress(module.compress(text)) == text)
os.system('gzip -cd log.gz | tail -n 1')
os.system('printf "from the shell\\n" | gzip -n > shell.gz')
with gzip.open('shell.gz') as stream:
    print(stream.read())
print(gzip.decompress(gzip.compress(b'x', mtime=0)), zlib.crc32(text), zlib.adler32(text), zlib.decompress(zlib.compress(text, 9)) == text)
stream = zlib.decompressobj()
print(stream.decompress(zlib.compress(b'chunked')), stream.eof, stream.unused_data)
for action in (lambda: gzip.open('script.py').read(), lambda: zlib.decompress(b'rubbish'), lambda: bz2.decompress(b'rubbish'), lambda: lzma.decompress(b'rubbish'), lambda: gzip.decompress(gzip.compress(b'cut')[:-3])):
    try:
        action()
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        print(type(error).__name__, error)
for name in ('log.gz', 'log.bz2', 'log.xz', 'shell.gz'):
    os.remove(name)
