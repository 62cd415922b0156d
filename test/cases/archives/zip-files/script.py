# zipfile writes, lists, tests and extracts archives with names, times and modes
import os
import time
import zipfile

os.makedirs('site/css')
for name, text in (('site/index.html', '<html></html>\n' * 50), ('site/css/main.css', 'body {}\n'), ('site/ümlaut.txt', 'ü')):
    with open(name, 'w', encoding='utf-8') as stream:
        stream.write(text)
    os.utime(name, (1_600_000_000, 1_600_000_000))
os.chmod('site/index.html', 0o640)

with zipfile.ZipFile('site.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
    for root, folders, files in sorted(os.walk('site')):
        for name in sorted(files):
            archive.write(os.path.join(root, name))
    archive.writestr(zipfile.ZipInfo('made/up.txt', (2020, 2, 29, 12, 34, 56)), 'from memory')
    archive.comment = b'made by a script'
with zipfile.ZipFile('site.zip', 'a') as archive:
    archive.writestr(zipfile.ZipInfo('added.txt'), b'stored')

with zipfile.ZipFile('site.zip') as archive:
    print(archive.testzip(), archive.comment)
    for info in archive.infolist():
        print(info.filename, info.file_size, hex(info.CRC), info.date_time, oct(info.external_attr >> 16), info.compress_type, info.is_dir())
    print(archive.read('made/up.txt'), archive.getinfo('site/css/main.css').filename)
    with archive.open('site/index.html') as member:
        print(member.readline(), len(member.read()))
    print(archive.extract('added.txt', 'one'))
    archive.extractall('out')
    archive.printdir()
print(sorted(os.path.join(root, name) for root, _, files in os.walk('out') for name in files))
print(zipfile.is_zipfile('site.zip'), zipfile.is_zipfile('script.py'))
for action in (lambda: zipfile.ZipFile('script.py'), lambda: zipfile.ZipFile('absent.zip'), lambda: zipfile.ZipFile('site.zip').read('absent')):
    try:
        action()
    except (zipfile.BadZipFile, OSError, KeyError) as error:
        print(type(error).__name__, error)
with zipfile.ZipFile('evil.zip', 'w') as archive:
    archive.writestr(zipfile.ZipInfo('../../escaped.txt'), 'stays inside')
with zipfile.ZipFile('evil.zip') as archive:
    archive.extractall('caught')
print(os.listdir('caught'), time.localtime(1_600_000_000)[:6])
for name in ('site.zip', 'evil.zip'):
    os.remove(name)
