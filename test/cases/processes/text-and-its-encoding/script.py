# text, encoding, errors, universal_newlines, bufsize: the streams that Popen makes
import io
import subprocess

PIPE = subprocess.PIPE
print(subprocess.run(['printf', r'\303\274\n'], stdout=PIPE, text=True).stdout)
print(subprocess.run(['printf', r'\374\n'], stdout=PIPE, encoding='latin-1').stdout)
print(ascii(subprocess.run(['printf', r'\374\n'], stdout=PIPE, errors='replace').stdout))
print(ascii(subprocess.run(['printf', r'\374\n'], stdout=PIPE, errors='surrogateescape').stdout))
print(subprocess.run(['cat'], input='ü€', encoding='utf-16-le', stdout=PIPE).stdout)
with open('wide', 'wb') as stream:
    subprocess.run(['cat'], input='ü€', encoding='utf-16-le', stdout=stream)
print(open('wide', 'rb').read())
print(ascii(subprocess.run(['printf', r'a\r\nb\rc\n'], stdout=PIPE, universal_newlines=True).stdout))
try:
    subprocess.run(['printf', r'\377'], stdout=PIPE, text=True)
except UnicodeDecodeError as error:
    print(error)
try:
    subprocess.run(['cat'], input='ü', encoding='ascii', stdout=PIPE)
except UnicodeEncodeError as error:
    print(error)
for options in ({}, {'text': True}, {'bufsize': 0}, {'bufsize': 1, 'text': True}, {'bufsize': 16}, {'encoding': 'latin-1'}):
    with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, **options) as child:
        print(options, type(child.stdin).__name__, type(child.stdout).__name__, child.stdin.writable(), child.stdout.readable())
        print(getattr(child.stdout, 'encoding', None), getattr(child.stdin, 'line_buffering', None), isinstance(child.stdout, io.RawIOBase))
with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as child:
    for number in range(5):
        child.stdin.write(f'line {number}\n')
        print(child.stdout.readline(), end='')
with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, bufsize=0) as child:
    child.stdin.write(b'at once')
    print(child.stdout.read(100))
    child.stdin.close()
    print(child.stdout.read(100))
with subprocess.Popen(['printf', r'one\ntwo\nthree'], stdout=PIPE, text=True) as child:
    print([line for line in child.stdout])
try:
    subprocess.run(['cat'], input='text', stdout=PIPE)
except TypeError as error:
    print(error)
try:
    subprocess.Popen(['true'], text=True, universal_newlines=False)
except subprocess.SubprocessError as error:
    print(error)
