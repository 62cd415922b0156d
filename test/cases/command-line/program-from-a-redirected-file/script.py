import sys

def twice(text):
    return text * 2


print(sys.argv, twice('ab'), __name__)
