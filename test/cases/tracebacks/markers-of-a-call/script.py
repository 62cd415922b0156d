# A traceback through calls is the same but for its markers
import os


def read(path):
    with open(path) as stream:
        return stream.read()


def main(names):
    for name in names:
        text = read(name)
        print(len(text))


main(['script.py', os.path.join('etc', 'absent.conf')])
