# With LANG=C output is UTF-8 all the same
import locale
import os
import sys

print('grün €', sys.stdout.encoding, sys.stdout.errors, sys.getfilesystemencoding(), locale.getpreferredencoding(False))
with open('größe.txt', 'w') as stream:
    print(stream.encoding)
    stream.write('ü')
print(sorted(os.listdir('.')), open('größe.txt', 'rb').read())
