# read, readline, readlines, iteration and readinto agree on what is left
lines = ['line %d' % number for number in range(1, 8)]
with open('lines.txt', 'w') as stream:
    stream.writelines(line + '\n' for line in lines)
    stream.write('no end')

with open('lines.txt') as stream:
    print(stream.read(3), repr(stream.readline()), repr(stream.readline(4)), stream.readlines(10))
    print(next(stream), end='')
    try:
        stream.tell()
    except OSError as error:
        print(error)
    print(list(stream))
    print(repr(stream.read()), repr(stream.readline()), stream.readlines())

with open('lines.txt', 'rb') as stream:
    buffer = bytearray(10)
    print(stream.readinto(buffer), bytes(buffer), stream.tell())
    view = memoryview(bytearray(100))
    print(stream.readinto(view), stream.readinto(view), stream.read())
with open('lines.txt') as stream:
    for number, line in enumerate(stream, 1):
        if number == 3:
            print(line.rstrip())
            break
    print(sum(1 for _ in stream))
