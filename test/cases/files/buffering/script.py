# What is buffered, and what another reader of the file sees, follows the buffering argument
import io
import os


def seen():
    with open('out.txt', 'rb') as reader:
        return reader.read()


for buffering in (-1, 1, 16):
    stream = open('out.txt', 'w', buffering=buffering)
    stream.write('short')
    print(buffering, seen(), stream.line_buffering)
    stream.write(' line\n')
    print(buffering, seen())
    stream.write('x' * 20)
    print(buffering, len(seen()))
    stream.close()
    print(buffering, len(seen()))

raw = open('out.txt', 'wb', buffering=0)
print(type(raw).__name__, raw.write(b'at once'), seen())
raw.close()
big = open('out.txt', 'wb')
big.write(b'z' * (io.DEFAULT_BUFFER_SIZE + 1))
print(io.DEFAULT_BUFFER_SIZE <= len(seen()) or len(seen()) == 0)
big.close()
print(os.path.getsize('out.txt') == io.DEFAULT_BUFFER_SIZE + 1)
try:
    open('out.txt', 'w', buffering=0)
except ValueError as error:
    print(error)
with open('out.txt', 'rb') as stream:
    print(type(stream).__name__, type(stream.raw).__name__, stream.peek(1)[:3], stream.read1(2), stream.readinto(bytearray(4)))
