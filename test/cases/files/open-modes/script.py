# Every open mode creates, keeps or refuses as python documents it
import os


def attempt(name, mode, text=None):
    try:
        with open(name, mode) as stream:
            facts = [stream.mode, stream.readable(), stream.writable(), stream.tell()]
            if text is not None:
                facts.append(stream.write(text))
            print(mode, name, facts)
    except (OSError, ValueError) as error:
        print(mode, name, type(error).__name__, error)


with open('present.txt', 'w') as stream:
    stream.write('first line\nsecond line\n')

for mode in ('r', 'r+', 'a', 'a+', 'w', 'w+', 'x', 'x+', 'rt', 'wt'):
    attempt('present.txt', mode)
    print(os.path.getsize('present.txt'))
for number, mode in enumerate(('r', 'r+', 'a', 'a+', 'w', 'w+', 'x', 'x+')):
    attempt('absent%d.txt' % number, mode, 'text' if mode != 'r' else None)
for mode in ('rb', 'r+b', 'ab', 'wb', 'xb', 'rb+'):
    attempt('binary.dat', mode)
for mode in ('', 'q', 'rw', 'ra', 'wx', 'rbt', 'rr', '+', 'U', 'br+w'):
    attempt('present.txt', mode)
try:
    open('present.txt', 'rb', encoding='utf-8')
except ValueError as error:
    print(error)
print(sorted(os.listdir('.')))
