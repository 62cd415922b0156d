# Line ends are translated as the newline argument says, reading and writing
with open('mixed.txt', 'wb') as stream:
    stream.write(b'unix\ndos\r\nmac\rlast')

for newline in (None, '', '\n', '\r', '\r\n'):
    with open('mixed.txt', newline=newline) as stream:
        print(repr(newline), stream.readlines(), stream.newlines)

for newline in (None, '', '\n', '\r', '\r\n'):
    with open('written.txt', 'w', newline=newline) as stream:
        stream.write('one\ntwo\r\nthree\n')
    with open('written.txt', 'rb') as stream:
        print(repr(newline), stream.read())

with open('split.txt', 'wb') as stream:
    stream.write(b'x' * 8191 + b'\r\n' + b'y\r\n')
with open('split.txt') as stream:
    print([len(line) for line in stream])
try:
    open('mixed.txt', newline='x')
except ValueError as error:
    print(error)
