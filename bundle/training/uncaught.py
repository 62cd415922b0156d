import os

print(os.getcwd() != "", flush=True)


def read(name):
    with open(name) as file:
        return file.read()


read("missing.txt")
